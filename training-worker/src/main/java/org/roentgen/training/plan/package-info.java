/** What a training will do: everything that the specification left open is chosen from the data. */
@NullMarked
package org.roentgen.training.plan;

import org.jspecify.annotations.NullMarked;
