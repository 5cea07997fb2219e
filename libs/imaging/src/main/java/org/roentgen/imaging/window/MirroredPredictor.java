package org.roentgen.imaging.window;

import java.util.List;

/**
 * Averages the probabilities of a network over the image and its mirror images along every combination of some axes
 * (test-time augmentation); 2 to the power of their number predictions.
 *
 * @param axes 0 is x, 1 is y, 2 is z
 */
public record MirroredPredictor(PatchPredictor predictor, List<Integer> axes) implements PatchPredictor {
    public MirroredPredictor {
        axes = List.copyOf(axes);
        if (axes.stream().anyMatch(axis -> axis < 0 || axis > 2)) {
            throw new IllegalArgumentException("Mirror axes %s must be 0, 1 or 2".formatted(axes));
        }
    }

    @Override
    public float[] predict(float[] patches, long[] shape) {
        int width = (int) shape[shape.length - 1];
        int height = (int) shape[shape.length - 2];
        int depth = shape.length == 5 ? (int) shape[2] : 1;
        float[] sum = predictor.predict(patches, shape);
        int combinations = 1 << axes.size();
        for (int combination = 1; combination < combinations; combination++) {
            boolean[] mirrored = new boolean[3];
            for (int index = 0; index < axes.size(); index++) {
                mirrored[axes.get(index)] = (combination >> index & 1) == 1;
            }
            float[] prediction = predictor.predict(mirror(patches, width, height, depth, mirrored), shape);
            float[] back = mirror(prediction, width, height, depth, mirrored);
            for (int index = 0; index < sum.length; index++) {
                sum[index] += back[index];
            }
        }
        for (int index = 0; index < sum.length; index++) {
            sum[index] /= combinations;
        }
        return sum;
    }

    private static float[] mirror(float[] values, int width, int height, int depth, boolean[] mirrored) {
        float[] result = new float[values.length];
        int rows = values.length / width;
        for (int row = 0; row < rows; row++) {
            int y = row % height;
            int z = row / height % depth;
            int block = row / height / depth;
            int fromY = mirrored[1] ? height - 1 - y : y;
            int fromZ = mirrored[2] ? depth - 1 - z : z;
            int from = ((block * depth + fromZ) * height + fromY) * width;
            int to = row * width;
            for (int x = 0; x < width; x++) {
                result[to + x] = values[from + (mirrored[0] ? width - 1 - x : x)];
            }
        }
        return result;
    }
}
