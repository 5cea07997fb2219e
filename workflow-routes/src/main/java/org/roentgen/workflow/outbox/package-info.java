/** Jobs for the workers, written in the transaction of their cause and sent after it. */
@NullMarked
package org.roentgen.workflow.outbox;

import org.jspecify.annotations.NullMarked;
