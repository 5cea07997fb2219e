/** NIfTI-1 and NIfTI-2 files. */
@NullMarked
package org.roentgen.imaging.nifti;

import org.jspecify.annotations.NullMarked;
