/** {@code roentgen bench train}: the platform's training loop beside a bare one and beside DJL's blocks. */
@NullMarked
package org.roentgen.training.bench;

import org.jspecify.annotations.NullMarked;
