package org.roentgen.domain.dataset;

/** How an object of a case is encoded. */
public enum ImageEncoding {
    /** NIfTI-1 or -2, plain or gzip. */
    NIFTI,
    /** One NumPy array of shape (N, height, width) or (N, height, width, channels); a case is one index of it. */
    NPY,
    /** PNG or JPEG. */
    RASTER
}
