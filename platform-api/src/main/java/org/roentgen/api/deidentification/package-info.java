/** De-identification profiles, and the evidence of what they did. */
@NullMarked
package org.roentgen.api.deidentification;

import org.jspecify.annotations.NullMarked;
