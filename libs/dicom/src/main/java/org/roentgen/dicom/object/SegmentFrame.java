package org.roentgen.dicom.object;

import java.util.Optional;
import org.roentgen.dicom.geometry.PlaneGeometry;

/**
 * One frame of a segmentation.
 *
 * @param segment number; 0 where the pixels themselves are segment numbers
 * @param pixels one unsigned number per pixel, row by row: 0 or 1, fractions of the segmentation's maximum, or segment numbers
 * @param sourceInstanceUid the image that it was drawn on, where the segmentation says so
 */
public record SegmentFrame(int segment, PlaneGeometry plane, short[] pixels, Optional<String> sourceInstanceUid) {}
