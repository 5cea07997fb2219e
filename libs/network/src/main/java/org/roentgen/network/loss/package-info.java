/** Losses of a scripted training step. */
@NullMarked
package org.roentgen.network.loss;

import org.jspecify.annotations.NullMarked;
