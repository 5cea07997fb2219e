/** NumPy's .npy and .npz files. */
@NullMarked
package org.roentgen.imaging.numpy;

import org.jspecify.annotations.NullMarked;
