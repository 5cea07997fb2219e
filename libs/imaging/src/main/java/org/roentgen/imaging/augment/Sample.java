package org.roentgen.imaging.augment;

import org.jspecify.annotations.Nullable;

/**
 * A preprocessed training sample.
 *
 * @param image channel, z, y, x
 * @param labels z, y, x; null for classification
 */
public record Sample(float[] image, byte @Nullable [] labels, int channels, int depth, int height, int width) {
    public Sample {
        long voxels = (long) depth * height * width;
        if (image.length != voxels * channels || labels != null && labels.length != voxels) {
            throw new IllegalArgumentException("Image of %d values and its labels do not fit %d x %d x %d x %d"
                    .formatted(image.length, channels, depth, height, width));
        }
    }

    Sample withImage(float[] changed) {
        return new Sample(changed, labels, channels, depth, height, width);
    }
}
