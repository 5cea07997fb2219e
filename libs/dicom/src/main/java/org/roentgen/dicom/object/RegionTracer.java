package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.contour.Outline;
import org.roentgen.dicom.object.contour.OutlineStyle;
import org.roentgen.dicom.object.contour.OutlineTracer;

/** Makes regions of the segments of a label map: closed planar contours on each slice, holes joined by keyholes. */
final class RegionTracer {
    private static final double STEPS_PER_MM = 1e6;

    private RegionTracer() {}

    static List<Region> trace(
            byte[] labels, List<SourceSlice> slices, List<SegmentDescription> segments, OutlineStyle style) {
        return segments.stream()
                .map(segment -> new Region(
                        segment.number(),
                        segment.label(),
                        Optional.of(segment.type()),
                        segment.color(),
                        contours(labels, slices, segment.number(), style)))
                .toList();
    }

    private static List<Contour> contours(byte[] labels, List<SourceSlice> slices, int label, OutlineStyle style) {
        List<Contour> contours = new ArrayList<>();
        for (int slice = 0; slice < slices.size(); slice++) {
            PlaneGeometry plane = slices.get(slice).plane();
            int size = plane.rows() * plane.columns();
            boolean[] mask = new boolean[size];
            for (int index = 0; index < size; index++) {
                mask[index] = Byte.toUnsignedInt(labels[slice * size + index]) == label;
            }
            Optional<ImageReference> image = Optional.of(ImageReference.of(slices.get(slice)));
            for (Outline outline : OutlineTracer.trace(mask, plane.columns(), style)) {
                contours.add(new Contour(Contour.Kind.CLOSED_PLANAR, points(outline, plane), image));
            }
        }
        return contours;
    }

    /** Rounded to a nanometre, which keeps the text of the coordinates short. */
    private static List<Vector3> points(Outline outline, PlaneGeometry plane) {
        List<Vector3> points = new ArrayList<>(outline.size());
        for (int index = 0; index < outline.size(); index++) {
            Vector3 point = plane.toPatient(outline.xs()[index], outline.ys()[index]);
            points.add(new Vector3(rounded(point.x()), rounded(point.y()), rounded(point.z())));
        }
        return points;
    }

    private static double rounded(double millimetres) {
        return Math.rint(millimetres * STEPS_PER_MM) / STEPS_PER_MM;
    }
}
