package org.roentgen.dicom.geometry;

/**
 * How exact a series must be to count as one regular volume.
 *
 * @param directionDegrees largest angle between the planes' directions
 * @param spacingFraction largest deviation of a distance between slices, as a fraction of the usual distance
 * @param positionMm largest deviation in mm that is always accepted: rounding in decimal strings
 * @param tiltDegrees largest angle between the stacking direction and the planes' normal
 * @param minimumSlices fewest slices that make a volume
 */
public record GeometryTolerance(
        double directionDegrees, double spacingFraction, double positionMm, double tiltDegrees, int minimumSlices) {
    public static final GeometryTolerance DEFAULT = new GeometryTolerance(0.2, 0.02, 0.01, 0.5, 2);

    public GeometryTolerance withMinimumSlices(int slices) {
        return new GeometryTolerance(directionDegrees, spacingFraction, positionMm, tiltDegrees, slices);
    }
}
