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

class SegmentationPlannerTest {
    @ParameterizedTest(name = "{0} cases of {1} slices, epochs {2}, augmentation {3}")
    @CsvSource(
            value = {
                "140, 36, null, null,   40, true,  0.999",
                "1000, 36, null, null,  12, false, 0",
                "140, 36, 24,   null,   24, false, 0",
                "140, 36, 25,   null,   25, true,  0.999",
                "140, 36, 25,   LIGHT,  25, false, 0.999",
                "140, 36, 4,    STRONG,  4, true,  0",
                "20,  8,  null, null,  480, true,  0.999",
            },
            nullValues = "null")
    void longTrainingsAreAugmentedStronglyAndTheirWeightsAveraged(
            int cases,
            int slices,
            @Nullable Integer epochs,
            Optimization.@Nullable Augmentation augmentation,
            int planned,
            boolean strong,
            double averageDecay) {
        TrainingPlan plan = plan(cases, slices, epochs, augmentation);
        assertThat(plan.epochs()).isEqualTo(planned);
        assertThat(plan.augmentation().augmentations().stream().anyMatch(Augmentation.Deform.class::isInstance))
                .isEqualTo(strong);
        assertThat(plan.program().options().averageDecay()).isEqualTo(averageDecay);
    }

    private static TrainingPlan plan(
            int cases, int slices, @Nullable Integer epochs, Optimization.@Nullable Augmentation augmentation) {
        List<Integer> size = List.of(35, 50, slices);
        return Planner.plan(
                Specifications.of(Task.SEGMENTATION, "unet", epochs, augmentation),
                new Fingerprint(cases, 1, List.of(1.0, 1.0, 1.0), size, size, 100, 50, false),
                List.of(cases, cases, cases));
    }
}
