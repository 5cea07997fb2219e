/** Training runs. */
@NullMarked
package org.roentgen.api.training;

import org.jspecify.annotations.NullMarked;
