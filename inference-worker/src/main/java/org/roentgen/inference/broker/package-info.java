/** The connection to the message broker. */
@NullMarked
package org.roentgen.inference.broker;

import org.jspecify.annotations.NullMarked;
