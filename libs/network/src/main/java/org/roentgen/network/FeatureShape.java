package org.roentgen.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Shape of one sample without its batch axis: channels, then spatial sizes (height, width or depth, height, width).
 * A vector of features has no spatial sizes.
 */
public record FeatureShape(int channels, List<Integer> spatial) {
    public FeatureShape {
        spatial = List.copyOf(spatial);
        if (channels < 1 || spatial.stream().anyMatch(size -> size < 1)) {
            throw new InvalidNetworkException("Shape " + channels + " x " + spatial
                    + " has an axis below 1; use a larger input or fewer down-sampling layers");
        }
    }

    public static FeatureShape of(int channels, int... spatial) {
        List<Integer> sizes = new ArrayList<>();
        for (int size : spatial) {
            sizes.add(size);
        }
        return new FeatureShape(channels, sizes);
    }

    /** Number of spatial axes: 0 for a vector, 2 for an image, 3 for a volume. */
    public int rank() {
        return spatial.size();
    }

    public int elements() {
        return spatial.stream().reduce(channels, Math::multiplyExact);
    }

    public FeatureShape withChannels(int newChannels) {
        return new FeatureShape(newChannels, spatial);
    }

    /** Sizes with the batch size first, as an engine wants them. */
    public long[] batched(long batch) {
        long[] sizes = new long[rank() + 2];
        sizes[0] = batch;
        sizes[1] = channels;
        for (int axis = 0; axis < rank(); axis++) {
            sizes[axis + 2] = spatial.get(axis);
        }
        return sizes;
    }
}
