package org.roentgen.dicom.object;

/** Segmentation Fractional Type (0062,0010): what the values of a fractional segmentation mean. */
public enum FractionType {
    /** How likely it is that the pixel belongs to the segment. */
    PROBABILITY,
    /** How much of the pixel's volume the segment fills. */
    OCCUPANCY
}
