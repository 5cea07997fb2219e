package org.roentgen.imaging.window;

import java.util.ArrayList;
import java.util.List;

/**
 * How an image is cut into patches.
 *
 * @param width of a patch in voxels; likewise height and depth
 * @param overlap fraction of a patch that its neighbour covers too, 0 to below 1
 * @param flat whether the network takes slices: depth is 1 and its input has no depth axis
 * @param batch patches that go to the network at once
 */
public record PatchPlan(int width, int height, int depth, double overlap, boolean flat, int batch) {
    public PatchPlan {
        if (width < 1 || height < 1 || depth < 1 || batch < 1) {
            throw new IllegalArgumentException("Patch %d x %d x %d in batches of %d: every size must be at least 1"
                    .formatted(width, height, depth, batch));
        }
        if (!(overlap >= 0 && overlap < 1)) {
            throw new IllegalArgumentException("Overlap %s must be from 0 to below 1".formatted(overlap));
        }
        if (flat && depth != 1) {
            throw new IllegalArgumentException(
                    "A network for slices needs patches of depth 1, not %d".formatted(depth));
        }
    }

    /** Whole slices, one after another. */
    public static PatchPlan slices(int width, int height, int batch) {
        return new PatchPlan(width, height, 1, 0, true, batch);
    }

    /** Where patches start along an axis: evenly spread, the last one ending at the border. */
    static List<Integer> starts(int size, int patch, double overlap) {
        if (size <= patch) {
            return List.of(0);
        }
        int step = Math.max(1, (int) Math.floor(patch * (1 - overlap)));
        int count = Math.ceilDiv(size - patch, step) + 1;
        List<Integer> starts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            starts.add((int) Math.round((double) index * (size - patch) / (count - 1)));
        }
        return List.copyOf(starts);
    }

    /** Weights of a patch along an axis: a Gaussian bell of sigma patch/8 that never falls to zero, or ones without overlap. */
    float[] weights(int patch) {
        float[] weights = new float[patch];
        double centre = (patch - 1) / 2.0;
        double sigma = Math.max(0.5, patch / 8.0);
        for (int index = 0; index < patch; index++) {
            double distance = (index - centre) / sigma;
            weights[index] = overlap == 0 ? 1 : (float) Math.max(1e-3, Math.exp(-0.5 * distance * distance));
        }
        return weights;
    }

    int voxels() {
        return width * height * depth;
    }
}
