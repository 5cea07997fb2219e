package org.roentgen.dicom.object;

/**
 * A point on an image or a display. In pixels 0, 0 is the upper left corner of the first pixel and 1, 1 its lower right one; on a
 * displayed area 0, 0 is its upper left and 1, 1 its lower right corner (PS3.3 C.10.5.1.2).
 */
public record ImagePoint(double column, double row) {}
