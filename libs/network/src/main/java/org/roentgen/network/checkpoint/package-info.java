/** Checkpoints: named tensors with a digest, in a format of our own. */
@NullMarked
package org.roentgen.network.checkpoint;

import org.jspecify.annotations.NullMarked;
