package org.roentgen.imaging.augment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.SplittableRandom;

/** One random change; in JSON its {@code type} names it. Sizes never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Augmentation.Flip.class, name = "flip"),
    @JsonSubTypes.Type(value = Augmentation.Rotate90.class, name = "rotate-90"),
    @JsonSubTypes.Type(value = Augmentation.Affine.class, name = "affine"),
    @JsonSubTypes.Type(value = Augmentation.Deform.class, name = "deform"),
    @JsonSubTypes.Type(value = Augmentation.Shift.class, name = "shift"),
    @JsonSubTypes.Type(value = Augmentation.Intensity.class, name = "intensity"),
    @JsonSubTypes.Type(value = Augmentation.Gamma.class, name = "gamma"),
    @JsonSubTypes.Type(value = Augmentation.Noise.class, name = "noise"),
    @JsonSubTypes.Type(value = Augmentation.Blur.class, name = "blur")
})
public sealed interface Augmentation {
    /** A new sample, or the same one when chance decides against a change. */
    Sample apply(Sample sample, SplittableRandom random);

    private static void requireProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Probability %s must be from 0 to 1".formatted(probability));
        }
    }

    private static double between(SplittableRandom random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }

    /** Mirrors along an axis: 0 is x, 1 is y, 2 is z. */
    record Flip(int axis, double probability) implements Augmentation {
        public Flip {
            requireProbability(probability);
            if (axis < 0 || axis > 2) {
                throw new IllegalArgumentException("Flip axis %d must be 0, 1 or 2".formatted(axis));
            }
        }

        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            return random.nextDouble() < probability ? SampleWarp.flip(axis).apply(sample) : sample;
        }
    }

    /** Turns by 0, 90, 180 or 270 degrees in the x-y plane; only 0 or 180 where the sample is not square. */
    record Rotate90(double probability) implements Augmentation {
        public Rotate90 {
            requireProbability(probability);
        }

        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double chance = random.nextDouble();
            int turns = random.nextInt(1, 4);
            if (chance >= probability) {
                return sample;
            }
            return SampleWarp.quarterTurns(sample.width() == sample.height() ? turns : 2)
                    .apply(sample);
        }
    }

    /**
     * Turns in the x-y plane and scales about the middle; image linearly, labels by nearest neighbour, zeros from outside.
     *
     * @param degrees largest turn to either side
     * @param scale largest relative change of size, such as 0.1
     */
    record Affine(double degrees, double scale, double probability) implements Augmentation {
        public Affine {
            requireProbability(probability);
            if (!(scale >= 0 && scale < 1 && degrees >= 0)) {
                throw new IllegalArgumentException(
                        "Affine needs degrees from 0 and scale from 0 to below 1, not %s and %s"
                                .formatted(degrees, scale));
            }
        }

        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double chance = random.nextDouble();
            double angle = between(random, degrees);
            double factor = 1 + between(random, scale);
            return chance < probability ? SampleWarp.turnAndScale(angle, factor).apply(sample) : sample;
        }
    }

    /**
     * Turns about all axes, scales about the middle and bends; image linearly, labels by nearest neighbour, zeros from outside.
     *
     * @param degrees largest turn in the x-y plane to either side
     * @param degreesOutOfPlane largest turn about x and y: 0 where slices are much thicker than pixels
     * @param scale largest relative change of size, such as 0.1
     * @param displacement standard deviation of the bending, in voxels
     */
    record Deform(double degrees, double degreesOutOfPlane, double scale, double displacement, double probability)
            implements Augmentation {
        public Deform {
            requireProbability(probability);
            if (!(scale >= 0 && scale < 1 && degrees >= 0 && degreesOutOfPlane >= 0 && displacement >= 0)) {
                throw new IllegalArgumentException(
                        "Deform needs degrees and displacement from 0 and scale from 0 to below 1, not %s, %s, %s and %s"
                                .formatted(degrees, degreesOutOfPlane, displacement, scale));
            }
        }

        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double chance = random.nextDouble();
            double tilt = sample.depth() == 1 ? 0 : degreesOutOfPlane;
            double[] turns = {
                Math.toRadians(between(random, degrees)),
                Math.toRadians(between(random, tilt)),
                Math.toRadians(between(random, tilt))
            };
            double factor = 1 + between(random, scale);
            return chance < probability
                    ? new SpatialWarp(sample, turns, factor, displacement, random.split()).apply()
                    : sample;
        }
    }

    /**
     * Moves by whole voxels along all axes; beyond the edge the voxels of the edge and their labels go on.
     *
     * @param share largest move to either side, as a part of the size along each axis, such as 0.1
     */
    record Shift(double share, double probability) implements Augmentation {
        public Shift {
            requireProbability(probability);
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException("Shift %s must be from 0 to below 1".formatted(share));
            }
        }

        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double chance = random.nextDouble();
            int x = (int) Math.round(between(random, share * sample.width()));
            int y = (int) Math.round(between(random, share * sample.height()));
            int z = (int) Math.round(between(random, sample.depth() == 1 ? 0 : share * sample.depth()));
            return chance < probability ? sample.moved(x, y, z) : sample;
        }
    }

    /** Multiplies by up to 1 plus or minus {@code scale} and adds up to {@code shift} to either side. */
    record Intensity(double shift, double scale) implements Augmentation {
        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double added = between(random, shift);
            double factor = 1 + between(random, scale);
            float[] image = sample.image().clone();
            for (int index = 0; index < image.length; index++) {
                image[index] = (float) (image[index] * factor + added);
            }
            return sample.withImage(image);
        }
    }

    /** Bends the brightness curve between the image's own extremes by an exponent from 1/(1+limit) to 1+limit. */
    record Gamma(double limit) implements Augmentation {
        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double exponent = Math.exp(between(random, Math.log(1 + limit)));
            float[] image = sample.image().clone();
            float lowest = Float.POSITIVE_INFINITY;
            float highest = Float.NEGATIVE_INFINITY;
            for (float value : image) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
            double range = (double) highest - lowest;
            for (int index = 0; index < image.length && range > 0; index++) {
                image[index] = (float) (lowest + range * Math.pow((image[index] - lowest) / range, exponent));
            }
            return sample.withImage(image);
        }
    }

    /** Adds Gaussian noise of a standard deviation drawn from 0 to {@code deviation}. */
    record Noise(double deviation) implements Augmentation {
        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double drawn = random.nextDouble() * deviation;
            float[] image = sample.image().clone();
            for (int index = 0; index < image.length; index++) {
                image[index] += (float) (random.nextGaussian() * drawn);
            }
            return sample.withImage(image);
        }
    }

    /**
     * Blurs by a bell curve of a standard deviation drawn from 0 to {@code deviation}.
     *
     * @param deviation in voxels
     */
    record Blur(double deviation, double probability) implements Augmentation {
        public Blur {
            requireProbability(probability);
            if (!(deviation > 0)) {
                throw new IllegalArgumentException("Blur deviation %s must be above 0".formatted(deviation));
            }
        }

        @Override
        public Sample apply(Sample sample, SplittableRandom random) {
            double chance = random.nextDouble();
            double drawn = (1 - random.nextDouble()) * deviation;
            return chance < probability ? sample.withImage(new GaussianBlur(drawn).apply(sample)) : sample;
        }
    }
}
