package org.roentgen.imaging.augment;

import java.util.List;
import java.util.SplittableRandom;

/** Changes applied one after another. The same seed and sample give the same bits. */
public record AugmentationPlan(List<Augmentation> augmentations) {
    /** No changes. */
    public static final AugmentationPlan NONE = new AugmentationPlan(List.of());

    public AugmentationPlan {
        augmentations = List.copyOf(augmentations);
    }

    /** A changed sample; the given one stays as it is. */
    public Sample apply(Sample sample, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Sample current = sample;
        for (Augmentation augmentation : augmentations) {
            current = augmentation.apply(current, random);
        }
        return current;
    }
}
