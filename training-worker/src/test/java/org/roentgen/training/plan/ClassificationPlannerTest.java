package org.roentgen.training.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.Optimization;
import org.roentgen.imaging.augment.Augmentation;
import org.roentgen.training.dataset.Fingerprint;

class ClassificationPlannerTest {
    @ParameterizedTest(name = "augmentation {0}, {1} slices of {2} mm")
    @CsvSource(
            value = {
                "null,   1,  1, false, 0",
                "LIGHT,  1,  1, false, 0",
                "STRONG, 1,  1, true,  0",
                "STRONG, 32, 1, true,  10",
                "STRONG, 32, 5, true,  0",
            },
            nullValues = "null")
    void theSpecificationSaysHowStronglyImagesAreAugmented(
            Optimization.@Nullable Augmentation augmentation,
            int slices,
            double thickness,
            boolean strong,
            double tilt) {
        List<Augmentation> steps =
                plan(augmentation, slices, thickness).augmentation().augmentations();
        assertThat(steps.stream().anyMatch(Augmentation.Shift.class::isInstance))
                .isEqualTo(strong);
        if (strong && slices > 1) {
            assertThat(steps)
                    .filteredOn(Augmentation.Deform.class::isInstance)
                    .singleElement()
                    .extracting(step -> ((Augmentation.Deform) step).degreesOutOfPlane())
                    .isEqualTo(tilt);
        }
    }

    private static TrainingPlan plan(Optimization.@Nullable Augmentation augmentation, int slices, double thickness) {
        List<Integer> size = List.of(28, 28, slices);
        return Planner.plan(
                Specifications.of(Task.CLASSIFICATION, "auto", null, augmentation),
                new Fingerprint(100, 1, List.of(1.0, 1.0, thickness), size, size, 100, 50, true),
                List.of(50, 50));
    }
}
