/** The worker on the broker: jobs in, events out, cancellation. */
@NullMarked
package org.roentgen.training.messaging;

import org.jspecify.annotations.NullMarked;
