package org.roentgen.training.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.training.dataset.Fingerprint;

class MemoryEstimateTest {
    private static final Fingerprint PICTURES = fingerprint(60, List.of(28, 28, 1));
    private static final long PLENTY = Long.MAX_VALUE;

    @Test
    void smallNetworkIsAddedUpByHand() {
        MemoryEstimate estimate = estimate(spec("small-cnn", 8, Optimization.AUTOMATIC), PICTURES);
        long parameters = 320 + 18_496 + (64 * 49 * 128 + 128) + (128 * 2 + 2);
        assertThat(estimate.weights()).isEqualTo(4 * parameters);
        assertThat(estimate.gradients()).isEqualTo(8 * parameters);
        assertThat(estimate.optimizer()).isEqualTo(8 * parameters);
        assertThat(estimate.images()).isEqualTo(60 * 28 * 28 * 4);
        long first = 32 * 28 * 28;
        long second = 64 * 14 * 14;
        long outputs = 28 * 28 + 2 * first + first / 4 + 2 * second + 2 * (second / 4) + 3 * 128 + 2;
        long places = 8 * (first / 4 + second / 4);
        assertThat(estimate.activationsPerSample()).isEqualTo(4 * (outputs + 2 * first) + places);
        assertThat(estimate.text()).startsWith("14 MiB of memory (weights 2, ").contains("for 8 samples at once");
    }

    @Test
    void whatSavesMemoryAndWhatCostsIt() {
        MemoryEstimate plain = estimate(spec("resnet-18", 8, Optimization.AUTOMATIC), PICTURES);
        MemoryEstimate refined = estimate(
                spec(
                        "resnet-18",
                        8,
                        refined(new Optimization.Refinement(
                                Optional.of(0.99), Optional.of(4), Optional.empty(), Optional.empty()))),
                PICTURES);
        assertThat(refined.samplesAtOnce()).isEqualTo(2);
        assertThat(refined.weights()).isEqualTo(2 * plain.weights());
        assertThat(refined.engine()).isLessThan(plain.engine() + plain.weights());
    }

    @Test
    void trainingThatDoesNotFitIsRefusedWithTheBatchThatDoes() {
        MemoryEstimate estimate = estimate(spec("resnet-18", 64, Optimization.AUTOMATIC), PICTURES);
        assertThatCode(() -> new MemoryLimit(estimate.engine(), PLENTY).check(estimate))
                .doesNotThrowAnyException();
        long short5 = estimate.engine() - 5 * estimate.activationsPerSample();
        assertThatThrownBy(() -> new MemoryLimit(short5, PLENTY).check(estimate))
                .isInstanceOf(RoentgenException.class)
                .hasMessageContaining("choose a batchSize of at most 55, or keep it and choose microBatches");
        assertThatThrownBy(() -> new MemoryLimit(estimate.weights(), PLENTY).check(estimate))
                .hasMessageContaining("not even one sample fits: choose a smaller network or width");
        assertThatThrownBy(() -> new MemoryLimit(PLENTY, estimate.images() - 1).check(estimate))
                .hasMessageContaining("give the worker a larger heap");
    }

    @Test
    void thisMachineHasMemoryAndALimitOfIt() {
        MemoryLimit limit = MemoryLimit.now(false);
        assertThat(limit.engine()).isBetween(1L << 20, 1L << 46);
        assertThat(limit.heap()).isBetween(1L << 20, Runtime.getRuntime().maxMemory());
        assertThat(MemoryLimit.now(true).engine()).isEqualTo(PLENTY);
    }

    @Test
    void widthOfAUNetDecides() {
        Fingerprint volumes = fingerprint(60, List.of(48, 48, 48));
        assertThat(volume(volumes, 32).engine())
                .isGreaterThan(19 * volume(volumes, 16).engine() / 10);
    }

    private static MemoryEstimate volume(Fingerprint data, int width) {
        TrainingSpec spec =
                spec("unet", 2, Optimization.AUTOMATIC).withNetwork("unet", Map.of("width", width), Optional.empty());
        TrainingSpec segmentation = new TrainingSpec(
                Task.SEGMENTATION,
                spec.network(),
                spec.recipe(),
                spec.networkOptions(),
                spec.epochs(),
                spec.batchSize(),
                spec.learningRate(),
                spec.seed(),
                spec.parityTolerance(),
                spec.optimization());
        return estimate(segmentation, data);
    }

    private static MemoryEstimate estimate(TrainingSpec spec, Fingerprint data) {
        return MemoryEstimate.of(Planner.plan(spec, data, List.of(30, 30)), data);
    }

    private static TrainingSpec spec(String network, int batch, Optimization optimization) {
        return new TrainingSpec(
                Task.CLASSIFICATION,
                network,
                Optional.empty(),
                Map.of(),
                Optional.of(1),
                Optional.of(batch),
                Optional.empty(),
                1,
                TrainingSpec.DEFAULT_PARITY_TOLERANCE,
                Optional.of(optimization));
    }

    private static Optimization refined(Optimization.Refinement refinement) {
        return new Optimization(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(refinement));
    }

    private static Fingerprint fingerprint(int cases, List<Integer> size) {
        return new Fingerprint(cases, 1, List.of(1.0, 1.0, 1.0), size, size, 100, 50, true);
    }
}
