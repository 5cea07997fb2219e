package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.contour.Outline;
import org.roentgen.dicom.object.contour.OutlineFiller;

/**
 * A region of interest of a structure set (PS3.3 C.8.8.5).
 *
 * @param number ROI Number
 * @param type what it is, where that is coded
 * @param color for display
 */
public record Region(int number, String name, Optional<Code> type, Optional<CieLab> color, List<Contour> contours) {
    private static final double LARGEST_DEVIATION_SLICES = 0.1;

    public Region {
        contours = List.copyOf(contours);
    }

    /**
     * One byte per voxel of a volume, 1 where its centre lies within the closed contours: column fastest, then row, then slice. Closed
     * contours of one slice are combined by the even-odd rule, so that inner ones are holes; what lies beyond the sides of the images
     * is cut off. Points and open contours enclose nothing.
     *
     * @throws GeometryException when a closed contour lies on no slice of the volume or is turned against it
     */
    public byte[] maskOn(SeriesGeometry series) {
        Affine toIndex = series.affine().inverse();
        Map<Integer, List<Outline>> bySlice = new TreeMap<>();
        for (Contour contour : contours) {
            if (contour.kind().isClosed() && !contour.points().isEmpty()) {
                Vector3[] indices =
                        contour.points().stream().map(toIndex::apply).toArray(Vector3[]::new);
                bySlice.computeIfAbsent(slice(indices, series), key -> new ArrayList<>())
                        .add(outline(indices));
            }
        }
        int size = series.columns() * series.rows();
        byte[] mask = new byte[Math.multiplyExact(size, series.slices())];
        bySlice.forEach((slice, outlines) -> {
            boolean[] filled = OutlineFiller.fill(outlines, series.columns(), series.rows());
            for (int index = 0; index < size; index++) {
                mask[slice * size + index] = (byte) (filled[index] ? 1 : 0);
            }
        });
        return mask;
    }

    private int slice(Vector3[] indices, SeriesGeometry series) {
        double slice = Math.rint(indices[0].z());
        for (Vector3 index : indices) {
            boolean finite = Double.isFinite(index.x()) && Double.isFinite(index.y());
            boolean near = Math.abs(index.z() - slice) <= LARGEST_DEVIATION_SLICES;
            if (!finite || !near || slice < 0 || slice >= series.slices()) {
                throw new GeometryException(String.format(
                        Locale.ROOT,
                        "Region %d has a contour with a point at slice %.2f of %d: closed contours must lie on the slices",
                        number,
                        index.z(),
                        series.slices()));
            }
        }
        return (int) slice;
    }

    private static Outline outline(Vector3[] indices) {
        double[] xs = new double[indices.length];
        double[] ys = new double[indices.length];
        for (int index = 0; index < indices.length; index++) {
            xs[index] = indices[index].x();
            ys[index] = indices[index].y();
        }
        return new Outline(xs, ys);
    }
}
