package org.roentgen.training.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/**
 * What the training images have in common; axes are x, y, z.
 *
 * @param spacingMm median voxel size
 * @param medianSize median number of voxels once all have the median spacing
 * @param largestSize largest number of voxels along each axis once all have the median spacing
 * @param mean and standard deviation over all voxels
 * @param bytes whether all values lie from 0 to 255, so that they are comparable between images
 */
public record Fingerprint(
        int cases,
        int channels,
        List<Double> spacingMm,
        List<Integer> medianSize,
        List<Integer> largestSize,
        double mean,
        double deviation,
        boolean bytes) {
    private static final double THICK = 3;

    /** Whether the images have one plane. */
    public boolean isFlat() {
        return largestSize.get(2) == 1;
    }

    /** Whether slices are much thicker than pixels, so that tilted images would mix what has nothing to do with each other. */
    public boolean isThick() {
        return spacingMm.get(2) > THICK * spacingMm.get(0);
    }

    public boolean isOneSize() {
        return medianSize.equals(largestSize);
    }

    /** Measures images one by one, so that only one is in memory at a time. */
    public static Fingerprint of(Stream<List<Volume>> images) {
        FingerprintBuilder builder = new FingerprintBuilder();
        images.forEach(builder::add);
        return builder.build();
    }

    /** Collects sizes, spacings and moments. */
    private static final class FingerprintBuilder {
        private final Stream.Builder<VolumeGrid> grids = Stream.builder();
        private int channels;
        private long voxels;
        private double sum;
        private double squares;
        private float smallest = Float.POSITIVE_INFINITY;
        private float largest = Float.NEGATIVE_INFINITY;

        void add(List<Volume> image) {
            channels = image.size();
            grids.add(image.getFirst().grid());
            for (Volume channel : image) {
                for (float value : channel.voxels()) {
                    if (Float.isFinite(value)) {
                        sum += value;
                        squares += (double) value * value;
                        smallest = Math.min(smallest, value);
                        largest = Math.max(largest, value);
                        voxels++;
                    }
                }
            }
        }

        Fingerprint build() {
            List<VolumeGrid> all = grids.build().toList();
            if (all.isEmpty()) {
                throw new IllegalArgumentException("A fingerprint needs at least one image");
            }
            List<Double> spacing = IntStream.range(0, 3)
                    .mapToObj(axis -> median(all.stream()
                            .mapToDouble(grid -> grid.spacing().component(axis))
                            .toArray()))
                    .toList();
            List<Integer> median = axes(axis -> (int) Math.round(median(sizes(all, spacing, axis))));
            List<Integer> most = axes(
                    axis -> (int) Arrays.stream(sizes(all, spacing, axis)).max().orElseThrow());
            double mean = sum / voxels;
            double deviation = Math.sqrt(Math.max(0, squares / voxels - mean * mean));
            boolean bytes = smallest >= 0 && largest <= 255 && largest > 1;
            return new Fingerprint(all.size(), channels, spacing, median, most, mean, deviation, bytes);
        }

        private static List<Integer> axes(IntFunction<Integer> size) {
            return IntStream.range(0, 3).mapToObj(size).toList();
        }

        private static double[] sizes(List<VolumeGrid> grids, List<Double> spacing, int axis) {
            return grids.stream()
                    .mapToDouble(grid -> grid.size(axis) == 1
                            ? 1
                            : Math.max(
                                    1,
                                    Math.round(grid.size(axis) * grid.spacing().component(axis) / spacing.get(axis))))
                    .toArray();
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
