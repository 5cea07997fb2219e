package org.roentgen.dicom.object;

/** Segmentation Type (0062,0001). */
public enum SegmentationType {
    /** A frame for each segment and slice, a bit per pixel. */
    BINARY,
    /** A frame for each segment and slice, a byte per pixel: a probability or an occupied fraction. */
    FRACTIONAL,
    /** A frame for each slice, whose pixels are segment numbers. */
    LABELMAP;

    /** Bits Allocated of the pixels that are built. */
    int bits() {
        return this == BINARY ? 1 : 8;
    }
}
