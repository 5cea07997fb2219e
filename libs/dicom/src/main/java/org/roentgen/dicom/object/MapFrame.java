package org.roentgen.dicom.object;

import org.roentgen.dicom.geometry.PlaneGeometry;

/**
 * One frame of a parametric map.
 *
 * @param values in the quantity's unit, row by row; NaN where a stored value is not mapped
 */
public record MapFrame(PlaneGeometry plane, Quantity quantity, double[] values) {}
