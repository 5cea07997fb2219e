/** The connection to the message broker. */
@NullMarked
package org.roentgen.workflow.broker;

import org.jspecify.annotations.NullMarked;
