package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.List;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * Slices of a head in slice order, read one at a time.
 *
 * @param slices at least one
 */
record HeadVolume(List<HeadFrame> slices, SeriesPixels pixels) {
    /** Receives the place of a pixel in the patient, in mm. */
    @FunctionalInterface
    interface PlaceVisitor {
        void visit(int pixel, double x, double y, double z);
    }

    HeadVolume {
        slices = List.copyOf(slices);
    }

    int size() {
        return slices.size();
    }

    PlaneGeometry plane(int slice) {
        return slices.get(slice).plane();
    }

    boolean isComputedTomography() {
        return slices.getFirst().isComputedTomography();
    }

    float[] values(int slice) throws IOException {
        return pixels.values(slices.get(slice));
    }

    /** Mm between neighbouring slices where they are farthest apart. */
    double sliceSpacing() {
        return HeadStack.farthestApart(slices.stream().map(HeadFrame::plane).toList());
    }

    /** The corner of the box around all slices with the least coordinates, or with the greatest. */
    Vector3 corner(boolean greatest) {
        double sign = greatest ? 1 : -1;
        Vector3 corner = new Vector3(1, 1, 1).times(-sign * Double.MAX_VALUE);
        for (HeadFrame slice : slices) {
            PlaneGeometry plane = slice.plane();
            for (int column : new int[] {0, plane.columns() - 1}) {
                for (int row : new int[] {0, plane.rows() - 1}) {
                    Vector3 point = plane.toPatient(column, row);
                    corner = new Vector3(
                            extreme(sign, corner.x(), point.x()),
                            extreme(sign, corner.y(), point.y()),
                            extreme(sign, corner.z(), point.z()));
                }
            }
        }
        return corner;
    }

    private static double extreme(double sign, double one, double other) {
        return sign * Math.max(sign * one, sign * other);
    }

    /** Visits all pixels of a plane, row by row. */
    static void walk(PlaneGeometry plane, PlaceVisitor visitor) {
        Vector3 step = plane.rowDirection().times(plane.columnSpacing());
        for (int row = 0; row < plane.rows(); row++) {
            Vector3 start = plane.toPatient(0, row);
            for (int column = 0; column < plane.columns(); column++) {
                visitor.visit(
                        row * plane.columns() + column,
                        start.x() + column * step.x(),
                        start.y() + column * step.y(),
                        start.z() + column * step.z());
            }
        }
    }
}
