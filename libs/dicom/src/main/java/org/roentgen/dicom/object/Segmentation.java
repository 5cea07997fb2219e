package org.roentgen.dicom.object;

import java.util.List;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;

/** A segmentation that was read. */
public record Segmentation(List<SegmentDescription> segments, List<SegmentFrame> frames) {
    private static final double LARGEST_DEVIATION_VOXELS = 0.1;

    public Segmentation {
        segments = List.copyOf(segments);
        frames = List.copyOf(frames);
    }

    /**
     * The segment numbers on the voxels of a volume: column fastest, then row, then slice. Where segments overlap the higher number
     * stays. Frames may be turned or mirrored against the volume's planes, as long as their pixels fall on its voxels.
     *
     * @throws GeometryException when a pixel of a segment lies beside the volume's voxels
     */
    public byte[] labelsOn(SeriesGeometry series) {
        byte[] labels = new byte[series.columns() * series.rows() * series.slices()];
        Affine toIndex = series.affine().inverse();
        for (SegmentFrame frame : frames) {
            place(frame, series, toIndex, labels);
        }
        return labels;
    }

    private static void place(SegmentFrame frame, SeriesGeometry series, Affine toIndex, byte[] labels) {
        PlaneGeometry plane = frame.plane();
        for (int index = 0; index < frame.pixels().length; index++) {
            int pixel = Byte.toUnsignedInt(frame.pixels()[index]);
            if (pixel == 0) {
                continue;
            }
            Vector3 exact = toIndex.apply(plane.toPatient(index % plane.columns(), index / plane.columns()));
            Vector3 voxel = new Vector3(Math.rint(exact.x()), Math.rint(exact.y()), Math.rint(exact.z()));
            if (exact.minus(voxel).length() > LARGEST_DEVIATION_VOXELS || !isInside(voxel, series)) {
                throw new GeometryException(
                        "Segment %d has a pixel at voxel (%.2f, %.2f, %.2f) of the series: segmentation and series must share"
                                        .formatted(frame.segment(), exact.x(), exact.y(), exact.z())
                                + " one grid");
            }
            int target = (int) voxel.x() + series.columns() * ((int) voxel.y() + series.rows() * (int) voxel.z());
            int label = frame.segment() == 0 ? pixel : frame.segment();
            labels[target] = (byte) Math.max(label, Byte.toUnsignedInt(labels[target]));
        }
    }

    private static boolean isInside(Vector3 voxel, SeriesGeometry series) {
        return voxel.x() >= 0
                && voxel.y() >= 0
                && voxel.z() >= 0
                && voxel.x() < series.columns()
                && voxel.y() < series.rows()
                && voxel.z() < series.slices();
    }
}
