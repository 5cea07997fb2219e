package org.roentgen.dicom.object;

import java.util.Arrays;
import java.util.List;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;

/** A parametric map that was read. */
public record ParametricMap(List<MapFrame> frames) {
    private static final double LARGEST_DEVIATION_VOXELS = 0.1;

    public ParametricMap {
        frames = List.copyOf(frames);
    }

    /** What its frames measure. */
    public List<Quantity> quantities() {
        return frames.stream().map(MapFrame::quantity).distinct().toList();
    }

    /**
     * The values of a quantity on the voxels of a volume: column fastest, then row, then slice; NaN where the map has none. Frames may
     * be turned or mirrored against the volume's planes, as long as their pixels fall on its voxels.
     *
     * @throws GeometryException when a pixel lies beside the volume's voxels
     */
    public double[] valuesOn(SeriesGeometry series, Quantity quantity) {
        int sliceSize = Math.multiplyExact(series.columns(), series.rows());
        double[] values = new double[Math.multiplyExact(sliceSize, series.slices())];
        Arrays.fill(values, Double.NaN);
        Affine toIndex = series.affine().inverse();
        for (MapFrame frame : frames) {
            if (!frame.quantity().equals(quantity)) {
                continue;
            }
            for (int index = 0; index < frame.values().length; index++) {
                int columns = frame.plane().columns();
                Vector3 exact = toIndex.apply(frame.plane().toPatient(index % columns, index / columns));
                values[voxel(exact, series)] = frame.values()[index];
            }
        }
        return values;
    }

    private static int voxel(Vector3 exact, SeriesGeometry series) {
        Vector3 voxel = new Vector3(Math.rint(exact.x()), Math.rint(exact.y()), Math.rint(exact.z()));
        boolean inside = voxel.x() >= 0
                && voxel.y() >= 0
                && voxel.z() >= 0
                && voxel.x() < series.columns()
                && voxel.y() < series.rows()
                && voxel.z() < series.slices();
        if (exact.minus(voxel).length() > LARGEST_DEVIATION_VOXELS || !inside) {
            throw new GeometryException(
                    "The map has a pixel at voxel (%.2f, %.2f, %.2f) of the series: map and series must share one grid"
                            .formatted(exact.x(), exact.y(), exact.z()));
        }
        return (int) voxel.x() + series.columns() * ((int) voxel.y() + series.rows() * (int) voxel.z());
    }
}
