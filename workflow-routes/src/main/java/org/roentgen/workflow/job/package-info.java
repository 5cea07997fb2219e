/** Jobs go out to the workers through an outbox; their events come back and are persisted. */
@NullMarked
package org.roentgen.workflow.job;

import org.jspecify.annotations.NullMarked;
