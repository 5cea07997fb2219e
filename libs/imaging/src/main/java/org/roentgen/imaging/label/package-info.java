/** What is made of label maps: from probabilities, cleaned, measured. */
@NullMarked
package org.roentgen.imaging.label;

import org.jspecify.annotations.NullMarked;
