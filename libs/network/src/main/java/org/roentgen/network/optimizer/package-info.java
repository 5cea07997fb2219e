/** Optimisers fused into a scripted training step. */
@NullMarked
package org.roentgen.network.optimizer;

import org.jspecify.annotations.NullMarked;
