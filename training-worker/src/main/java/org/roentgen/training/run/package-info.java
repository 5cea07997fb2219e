/** A training from its job to its signed package, resumable at every epoch. */
@NullMarked
package org.roentgen.training.run;

import org.jspecify.annotations.NullMarked;
