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

    /** Each voxel comes from as many voxels before it; from the edge where that lies outside. */
    Sample moved(int x, int y, int z) {
        float[] image = new float[this.image.length];
        byte @Nullable [] labels = this.labels == null ? null : new byte[this.labels.length];
        int voxels = depth * height * width;
        for (int index = 0; index < voxels; index++) {
            int fromX = Math.clamp(index % width - x, 0, width - 1);
            int fromY = Math.clamp(index / width % height - y, 0, height - 1);
            int fromZ = Math.clamp(index / width / height - z, 0, depth - 1);
            int source = fromX + width * (fromY + height * fromZ);
            for (int channel = 0; channel < channels; channel++) {
                image[channel * voxels + index] = this.image[channel * voxels + source];
            }
            if (labels != null && this.labels != null) {
                labels[index] = this.labels[source];
            }
        }
        return new Sample(image, labels, channels, depth, height, width);
    }
}
