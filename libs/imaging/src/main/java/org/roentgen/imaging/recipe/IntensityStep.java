package org.roentgen.imaging.recipe;

/** A step that changes values in their places, in the array that it is given. */
public sealed interface IntensityStep extends RecipeStep {
    void applyTo(float[] voxels);

    /** Values below or above the bounds become the bounds. */
    record Clip(double lower, double upper) implements IntensityStep {
        public Clip {
            if (!(lower < upper)) {
                throw new IllegalArgumentException("clip lower %s must be below upper %s".formatted(lower, upper));
            }
        }

        @Override
        public void applyTo(float[] voxels) {
            float low = (float) lower;
            float high = (float) upper;
            for (int index = 0; index < voxels.length; index++) {
                voxels[index] = Math.min(high, Math.max(low, voxels[index]));
            }
        }
    }

    /** Clips at two percentiles of the image itself (0 to 100, linear between neighbours as in NumPy). */
    record ClipPercentiles(double lower, double upper) implements IntensityStep {
        public ClipPercentiles {
            Checks.percentiles(lower, upper);
        }

        @Override
        public void applyTo(float[] voxels) {
            float[] bounds = Statistics.percentiles(voxels, lower, upper);
            for (int index = 0; index < voxels.length; index++) {
                voxels[index] = Math.min(bounds[1], Math.max(bounds[0], voxels[index]));
            }
        }
    }

    /** The linear VOI window of PS3.3 C.11.2.1.3.2 (LINEAR_EXACT): its lower end becomes 0, its upper end 1. */
    record Window(double center, double width) implements IntensityStep {
        public Window {
            if (!(width > 0)) {
                throw new IllegalArgumentException("window width is %s, it must be above 0".formatted(width));
            }
        }

        @Override
        public void applyTo(float[] voxels) {
            double lowest = center - width / 2;
            for (int index = 0; index < voxels.length; index++) {
                voxels[index] = (float) Math.clamp((voxels[index] - lowest) / width, 0, 1);
            }
        }
    }

    /**
     * Subtracts the image's own mean and divides by its own standard deviation; a constant image becomes 0.
     *
     * @param nonZeroOnly takes both from the voxels that are not zero: for images with an empty background
     */
    record ZScore(boolean nonZeroOnly) implements IntensityStep {
        @Override
        public void applyTo(float[] voxels) {
            Statistics.Moments moments = Statistics.moments(voxels, nonZeroOnly);
            Statistics.standardize(voxels, moments.mean(), moments.deviation());
        }
    }

    /** The image's smallest value becomes 0, its largest 1; a constant image becomes 0. */
    record MinMax() implements IntensityStep {
        @Override
        public void applyTo(float[] voxels) {
            Statistics.scaleToUnit(voxels, Statistics.percentiles(voxels, 0, 100));
        }
    }

    /** Clips at two percentiles of the image itself, the lower becoming 0 and the upper 1. */
    record ScalePercentiles(double lower, double upper) implements IntensityStep {
        public ScalePercentiles {
            Checks.percentiles(lower, upper);
        }

        @Override
        public void applyTo(float[] voxels) {
            Statistics.scaleToUnit(voxels, Statistics.percentiles(voxels, lower, upper));
        }
    }

    /** Subtracts a fixed mean and divides by a fixed standard deviation, such as those of the training set. */
    record Standardize(double mean, double deviation) implements IntensityStep {
        public Standardize {
            if (!(deviation > 0)) {
                throw new IllegalArgumentException(
                        "standardize deviation is %s, it must be above 0".formatted(deviation));
            }
        }

        @Override
        public void applyTo(float[] voxels) {
            Statistics.standardize(voxels, mean, deviation);
        }
    }
}
