package org.roentgen.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.dataset.Task;

class TrainingSpecTest {
    @Test
    void optionsOfTheNetworkStandInTheOrderOfTheirNames() {
        TrainingSpec spec = new TrainingSpec(
                Task.SEGMENTATION,
                "unet",
                Optional.empty(),
                Map.of("width", 16, "dimensions", 3, "depth", 2, "dropout", 0.1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1e-4,
                Optional.empty());
        assertThat(spec.networkOptions().keySet()).containsExactly("depth", "dimensions", "dropout", "width");
    }
}
