/** What differs between tasks: batches, tune metrics, evaluation. */
@NullMarked
package org.roentgen.training.task;

import org.jspecify.annotations.NullMarked;
