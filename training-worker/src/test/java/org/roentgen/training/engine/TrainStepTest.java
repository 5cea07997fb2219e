package org.roentgen.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.StepOptions;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TensorState;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.TrainingProgram.Precision;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.loss.CrossEntropy;
import org.roentgen.network.optimizer.AdamW;
import org.roentgen.network.optimizer.Sgd;
import org.roentgen.network.zoo.ResidualUNet;
import org.roentgen.network.zoo.UNet;
import org.roentgen.training.engine.TrainingSession.Evaluated;

/** What a step does beside forward, loss, gradient and update. */
class TrainStepTest {
    private static final TrainingBackend BACKEND = new TorchScriptBackend(DeviceChoice.CPU, 1);
    private static final FeatureShape SHAPE = FeatureShape.of(1, 8, 8);
    private static final int SAMPLES = 4;
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    @Test
    void averageFollowsTheWeightsAndIsWhatIsEvaluated() {
        TrainingProgram program = program(convolution(true), new StepOptions(NO_LIMIT, 0.8, 1, 0));
        TensorState state = program.initialState(3);
        assertThat(program.averaged(state).get("conv_weight")).isEqualTo(state.get("conv_weight"));
        float[] expected = state.get("conv_weight").values().clone();
        try (TrainingSession session = BACKEND.open(program, state)) {
            for (int step = 1; step <= 60; step++) {
                session.step(batch(step), 0.1f);
                float[] weights = session.state().get("conv_weight").values();
                double weight = Math.max(9.0 / (10 + step), 0.2);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] += (float) (weight * (weights[i] - expected[i]));
                }
            }
            state = session.state();
            TensorState averaged = program.averaged(state);
            assertThat(averaged.get("conv_weight").values()).containsExactly(expected, offset(1e-5f));
            assertThat(averaged.get("norm_running_mean")).isNotEqualTo(state.get("norm_running_mean"));
            Evaluated evaluated = session.evaluate(batch(1));
            try (TrainingSession served = BACKEND.open(program.withoutAveraging(), averaged)) {
                assertThat(served.evaluate(batch(1)).scores()).isEqualTo(evaluated.scores());
            }
            try (TrainingSession last = BACKEND.open(program.withoutAveraging(), state)) {
                assertThat(last.evaluate(batch(1)).scores()).isNotEqualTo(evaluated.scores());
            }
        }
    }

    @Test
    void microBatchesTakeTheStepOfTheWholeBatch() {
        Network network = convolution(false);
        TensorState whole = stepped(program(network, StepOptions.clipping(NO_LIMIT)), same(0), 1);
        TensorState parts = stepped(program(network, new StepOptions(NO_LIMIT, 0, 2, 0)), same(0), 1);
        assertThat(parts.get("conv_weight").values())
                .containsExactly(whole.get("conv_weight").values(), offset(1e-5f));
        TensorState clipped = stepped(program(network, new StepOptions(1e-3, 0, 2, 0)), batch(0), 1);
        assertThat(norm(clipped, program(network, StepOptions.clipping(1)).initialState(3)))
                .isEqualTo(1e-3, offset(1e-5));
    }

    @Test
    void blendingChangesNothingWhereAllSamplesAreOne() {
        Network network = convolution(false);
        TensorState plain = stepped(program(network, StepOptions.clipping(NO_LIMIT)), same(0), 1);
        TensorState blended = stepped(program(network, new StepOptions(NO_LIMIT, 0, 1, 0.4)), same(0), 1);
        assertThat(blended.get("conv_weight").values())
                .containsExactly(plain.get("conv_weight").values(), offset(1e-6f));
    }

    @Test
    void blendingIsRandomAndGoesOnBitForBit() {
        TrainingProgram program = program(convolution(false), new StepOptions(NO_LIMIT, 0, 1, 0.4));
        TensorState plain = stepped(program(convolution(false), StepOptions.clipping(NO_LIMIT)), batch(0), 1);
        TensorState four = stepped(program, batch(0), 4);
        assertThat(stepped(program, batch(0), 1).get("conv_weight")).isNotEqualTo(plain.get("conv_weight"));
        TensorState two = stepped(program, batch(0), 2);
        assertThat(stepped(program, two, batch(0), 2).tensors()).isEqualTo(four.tensors());
    }

    @Test
    void deepSupervisionTrainsEveryLevelAndIsNotServed() {
        Network network = new ResidualUNet(2, 3).build(FeatureShape.of(1, 16, 8), 2);
        assertThat(network.auxiliaries()).hasSize(1);
        assertThat(network.served().nodes()).hasSize(network.nodes().size() - 1).noneMatch(node -> node.name()
                .equals("scores1"));
        TrainingProgram program = program(network, StepOptions.clipping(12));
        TensorState before = program.initialState(3);
        Batch batch = batch(5, network.input());
        TensorState after = stepped(program, before, batch, 1);
        for (TensorSpec spec : program.tensors()) {
            if (spec.isParameter()) {
                assertThat(after.get(spec.name())).as(spec.name()).isNotEqualTo(before.get(spec.name()));
            }
        }
        try (TrainingSession session = BACKEND.open(program, before)) {
            float first = session.step(batch, 0.05f);
            for (int step = 0; step < 20; step++) {
                session.step(batch, 0.05f);
            }
            assertThat(session.step(batch, 0.05f)).isLessThan(first);
        }
    }

    @Test
    void frozenLayersStayAsTheyAre() {
        TrainingProgram program = program(convolution(true), new StepOptions(NO_LIMIT, 0.5, 2, 0.2))
                .withFrozen(Set.of("conv", "norm"));
        TensorState before = program.initialState(3);
        TensorState after = stepped(program, before, batch(5), 3);
        for (String name :
                List.of("conv_weight", "conv_bias", "norm_weight", "norm_running_mean", "norm_running_var")) {
            assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
        }
        assertThat(after.get("scores_weight")).isNotEqualTo(before.get("scores_weight"));
        assertThat(program.averaged(after).get("conv_weight")).isEqualTo(before.get("conv_weight"));
        assertThat(stepped(program, after, batch(6), 1)).isEqualTo(stepped(program, after, batch(6), 1));
    }

    /** Training lays channels last in memory, evaluation does not: losses of the one are held against gradients of the other. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void gradientsOfAUNetAreThoseOfItsLossAndReachTheirOwnParameters(int rank) {
        FeatureShape shape = rank == 2 ? FeatureShape.of(1, 8, 8) : FeatureShape.of(1, 4, 8, 8);
        Network network = new UNet(3, 1, UNet.Normalization.INSTANCE).build(shape, 2);
        Batch batch = batch(5, shape);
        TrainingProgram program = program(network, StepOptions.clipping(NO_LIMIT));
        TensorState before = program.initialState(3);
        TensorState after = stepped(program, before, batch, 1);
        TrainingProgram fused = new TrainingProgram(
                network,
                CrossEntropy.unweighted(),
                new AdamW(0.9, 0.999, 1e-8, 0),
                Precision.FLOAT32,
                StepOptions.clipping(NO_LIMIT));
        TensorState moved = stepped(fused, fused.startingFrom(fused.initialState(3), before.tensors()), batch, 1);
        for (TensorSpec spec : program.tensors()) {
            if (!spec.isParameter()) {
                continue;
            }
            float[] from = before.get(spec.name()).values();
            float[] gradient = new float[from.length];
            for (int i = 0; i < from.length; i++) {
                gradient[i] = (from[i] - after.get(spec.name()).values()[i]) / 0.1f;
                if (Math.abs(gradient[i]) > 1e-4) {
                    assertThat(Math.signum(from[i] - moved.get(spec.name()).values()[i]))
                            .as("%s[%s]", spec.name(), i)
                            .isEqualTo(Math.signum(gradient[i]));
                }
            }
            int place = from.length / 2;
            double slope = (loss(program, before, spec.name(), place, 0.01f, batch)
                            - loss(program, before, spec.name(), place, -0.01f, batch))
                    / 0.02;
            assertThat((double) gradient[place])
                    .as(spec.name())
                    .isEqualTo(slope, offset(2e-3 + 0.05 * Math.abs(slope)));
        }
    }

    /** With one value changed a little. */
    private static double loss(
            TrainingProgram program, TensorState state, String name, int place, float change, Batch batch) {
        Map<String, Tensor> changed = new LinkedHashMap<>(state.tensors());
        float[] values = state.get(name).values().clone();
        values[place] += change;
        changed.put(name, new Tensor(state.get(name).shape(), values));
        try (TrainingSession session = BACKEND.open(program, new TensorState(changed))) {
            return session.evaluate(batch).loss();
        }
    }

    private static double norm(TensorState after, TensorState before) {
        double sum = 0;
        for (String name : List.of("conv_weight", "conv_bias", "scores_weight", "scores_bias")) {
            float[] one = after.get(name).values();
            float[] other = before.get(name).values();
            for (int i = 0; i < one.length; i++) {
                sum += Math.pow((one[i] - other[i]) / 0.1, 2);
            }
        }
        return Math.sqrt(sum);
    }

    private static TensorState stepped(TrainingProgram program, Batch batch, int steps) {
        return stepped(program, program.initialState(3), batch, steps);
    }

    private static TensorState stepped(TrainingProgram program, TensorState from, Batch batch, int steps) {
        try (TrainingSession session = BACKEND.open(program, from)) {
            for (int step = 0; step < steps; step++) {
                session.step(batch, 0.1f);
            }
            return session.state();
        }
    }

    private static TrainingProgram program(Network network, StepOptions options) {
        return new TrainingProgram(
                network, CrossEntropy.unweighted(), new Sgd(0, false, 0), Precision.FLOAT32, options);
    }

    private static Network convolution(boolean normalised) {
        Network.Builder net = Network.builder(SHAPE);
        String x = net.add("conv", Conv.same(3, 2, 3, true), Network.INPUT);
        if (normalised) {
            x = net.add("norm", BatchNorm.standard(), x);
        }
        net.add("scores", Conv.same(2, 2, 1, true), x);
        return net.build();
    }

    /** The same sample in every place. */
    private static Batch same(int seed) {
        Batch one = batch(seed);
        float[] images = new float[one.images().length];
        byte[] targets = new byte[one.targets().length];
        for (int i = 0; i < images.length; i++) {
            images[i] = one.images()[i % SHAPE.elements()];
            targets[i] = one.targets()[i % SHAPE.elements()];
        }
        return new Batch(SAMPLES, images, targets);
    }

    private static Batch batch(int seed) {
        return batch(seed, SHAPE);
    }

    private static Batch batch(int seed, FeatureShape shape) {
        Random random = new Random(seed);
        float[] images = new float[SAMPLES * shape.elements()];
        byte[] targets = new byte[images.length];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
            targets[i] = (byte) (images[i] > 0.3 ? 1 : 0);
        }
        return new Batch(SAMPLES, images, targets);
    }
}
