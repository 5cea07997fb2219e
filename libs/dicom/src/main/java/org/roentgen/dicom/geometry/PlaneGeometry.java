package org.roentgen.dicom.geometry;

/**
 * One image plane in the patient (PS3.3 C.7.6.2.1.1).
 *
 * @param position centre of the first pixel, mm, LPS
 * @param rowDirection unit vector along a row, the way the column index grows
 * @param columnDirection unit vector down a column, the way the row index grows
 * @param rowSpacing mm between the centres of neighbouring rows (first value of Pixel Spacing)
 * @param columnSpacing mm between the centres of neighbouring columns (second value of Pixel Spacing)
 */
public record PlaneGeometry(
        Vector3 position,
        Vector3 rowDirection,
        Vector3 columnDirection,
        double rowSpacing,
        double columnSpacing,
        int rows,
        int columns) {
    private static final double RIGHT_ANGLE_TOLERANCE = 1e-2;

    public PlaneGeometry {
        if (!(rowSpacing > 0 && columnSpacing > 0)) {
            throw new GeometryException(
                    "Pixel Spacing %s\\%s must be two values above zero".formatted(rowSpacing, columnSpacing));
        }
        if (rows < 1 || columns < 1) {
            throw new GeometryException("Rows %d and Columns %d must be at least 1".formatted(rows, columns));
        }
        rowDirection = unit(rowDirection);
        columnDirection = unit(columnDirection);
        if (Math.abs(rowDirection.dot(columnDirection)) > RIGHT_ANGLE_TOLERANCE) {
            throw new GeometryException("Image Orientation (Patient) %s, %s must hold two directions at a right angle"
                    .formatted(rowDirection, columnDirection));
        }
    }

    private static Vector3 unit(Vector3 direction) {
        double length = direction.length();
        if (!(Math.abs(length - 1) < 1e-2)) {
            throw new GeometryException(
                    "Image Orientation (Patient) holds %s of length %.4f: direction cosines have length 1"
                            .formatted(direction, length));
        }
        return direction.normalized();
    }

    /** Unit vector that stands on the plane: row direction cross column direction. */
    public Vector3 normal() {
        return rowDirection.cross(columnDirection).normalized();
    }

    /** How far the plane lies along a direction from the patient origin, in mm. */
    public double distanceAlong(Vector3 direction) {
        return position.dot(direction);
    }

    /** The patient position in mm of a (fractional) pixel. */
    public Vector3 toPatient(double column, double row) {
        return position.plus(rowDirection.times(column * columnSpacing)).plus(columnDirection.times(row * rowSpacing));
    }
}
