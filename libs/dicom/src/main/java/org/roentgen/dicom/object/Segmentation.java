package org.roentgen.dicom.object;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * A segmentation that was read.
 *
 * @param maximum pixel value of a whole voxel: 1, or Maximum Fractional Value where it is fractional
 */
public record Segmentation(
        SegmentationType type, int maximum, List<SegmentDescription> segments, List<SegmentFrame> frames) {
    private static final double LARGEST_DEVIATION_VOXELS = 0.1;
    private static final int LARGEST_LABEL = 255;

    public Segmentation {
        segments = List.copyOf(segments);
        frames = List.copyOf(frames);
    }

    /** Receives a pixel above zero at its voxel. */
    private interface Target {
        void put(int voxel, int segment, int pixel);
    }

    /**
     * The segment numbers on the voxels of a volume, an unsigned byte each: column fastest, then row, then slice. A voxel belongs to a
     * segment from half of the maximum on. Frames may be turned or mirrored against the volume's planes, as long as their pixels fall
     * on its voxels.
     *
     * @throws GeometryException when a pixel of a segment lies beside the volume's voxels
     * @throws ObjectFormatException when segments overlap, or a number is above 255: see {@link #labelsOn(SeriesGeometry,
     *     IntUnaryOperator)} and {@link #fractionsOn}
     */
    public byte[] labelsOn(SeriesGeometry series) {
        return labelsOn(series, IntUnaryOperator.identity());
    }

    /**
     * A label for each voxel, in the order of {@link #labelsOn(SeriesGeometry)}. Where segments of a fractional segmentation share a
     * voxel, the one with the greater fraction has it; elsewhere one voxel cannot have two labels.
     *
     * @param values the label of a segment number, 1 to 255; segments of 0 are left out
     * @throws GeometryException when a pixel of a segment lies beside the volume's voxels
     * @throws ObjectFormatException when segments with different labels overlap, or a label is another number
     */
    public byte[] labelsOn(SeriesGeometry series, IntUnaryOperator values) {
        byte[] labels = new byte[voxels(series)];
        short[] fractions = new short[type == SegmentationType.FRACTIONAL ? labels.length : 0];
        place(series, (voxel, segment, pixel) -> {
            int number = segment == 0 ? pixel : segment;
            if (type != SegmentationType.LABELMAP && 2 * pixel < maximum) {
                return;
            }
            int value = label(values, number);
            if (value == 0) {
                return;
            }
            int there = Byte.toUnsignedInt(labels[voxel]);
            if (fractions.length > 0) {
                if (pixel <= fractions[voxel]) {
                    return;
                }
                fractions[voxel] = (short) pixel;
            } else if (there != 0 && there != value) {
                throw new ObjectFormatException(
                        "Segment %d overlaps another one at voxel %d: a label map cannot hold both, read each on its own"
                                .formatted(number, voxel));
            }
            labels[voxel] = (byte) value;
        });
        return labels;
    }

    private static int label(IntUnaryOperator values, int number) {
        int value = values.applyAsInt(number);
        if (value < 0 || value > LARGEST_LABEL) {
            throw new ObjectFormatException(
                    "Segment %d would have the label %d: labels are 0 to 255".formatted(number, value));
        }
        return value;
    }

    /**
     * How much of each voxel belongs to a segment, 0 to 1, in the order of {@link
     * #labelsOn(SeriesGeometry)}; 0 or 1 unless the segmentation is
     * fractional.
     *
     * @throws GeometryException when a pixel of a segment lies beside the volume's voxels
     */
    public float[] fractionsOn(SeriesGeometry series, int number) {
        float[] fractions = new float[voxels(series)];
        place(series, (voxel, segment, pixel) -> {
            if (segment == 0 ? pixel == number : segment == number) {
                fractions[voxel] = segment == 0 ? 1 : Math.min(1, (float) pixel / maximum);
            }
        });
        return fractions;
    }

    private static int voxels(SeriesGeometry series) {
        return Math.multiplyExact(Math.multiplyExact(series.columns(), series.rows()), series.slices());
    }

    private void place(SeriesGeometry series, Target target) {
        Affine toIndex = series.affine().inverse();
        for (SegmentFrame frame : frames) {
            place(frame, series, toIndex, target);
        }
    }

    private static void place(SegmentFrame frame, SeriesGeometry series, Affine toIndex, Target target) {
        PlaneGeometry plane = frame.plane();
        for (int index = 0; index < frame.pixels().length; index++) {
            int pixel = Short.toUnsignedInt(frame.pixels()[index]);
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
            int place = (int) voxel.x() + series.columns() * ((int) voxel.y() + series.rows() * (int) voxel.z());
            target.put(place, frame.segment(), pixel);
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
