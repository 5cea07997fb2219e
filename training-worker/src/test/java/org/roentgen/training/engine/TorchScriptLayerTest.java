package org.roentgen.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.ReferenceNetwork;
import org.roentgen.network.SampleState;
import org.roentgen.network.StepOptions;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorState;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.TrainingProgram.Precision;
import org.roentgen.network.layer.Flatten;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.loss.CrossEntropy;
import org.roentgen.network.optimizer.Sgd;

class TorchScriptLayerTest {
    private static final int SAMPLES = 2;
    private static final TrainingBackend BACKEND = new TorchScriptBackend(DeviceChoice.CPU, 1);

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.roentgen.network.LayerCases#all")
    void pyTorchAgreesWithTheDefinitionOfTheLayer(String name, Network network) {
        TrainingProgram program = classifier(network);
        TensorState state = state(program);
        try (TrainingSession session = BACKEND.open(program, state)) {
            float[] scores =
                    session.predict(images(network.input()), network.input().batched(SAMPLES));
            for (int sample = 0; sample < SAMPLES; sample++) {
                double[] expected =
                        ReferenceNetwork.evaluate(program.network(), state, SampleState.input(network.input(), sample));
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) scores[sample * expected.length + i])
                            .as("%s, sample %s, value %s", name, sample, i)
                            .isEqualTo(expected[i], offset(1e-4 * Math.max(1, Math.abs(expected[i]))));
                }
            }
        }
    }

    /** With plain gradient descent of rate 1 the change of a parameter is its negative gradient. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.roentgen.network.LayerCases#all")
    void gradientAgreesWithFiniteDifferences(String name, Network network) {
        Assumptions.assumeFalse(
                name.startsWith("ResNet") || name.startsWith("DenseNet") || name.startsWith("EfficientNet"),
                "batch statistics of two samples on 1 x 1 feature maps have no useful tangent; the layers are checked one by one");
        TrainingProgram program = classifier(network);
        TensorState state = state(program);
        Batch batch = new Batch(SAMPLES, images(network.input()), new byte[] {0, 1});
        TensorState stepped;
        try (TrainingSession session = BACKEND.open(program, state)) {
            session.step(batch, 1f);
            stepped = session.state();
        }
        Random random = new Random(2);
        Map<String, Float> moved = new LinkedHashMap<>();
        double slope = 0;
        Map<String, Tensor> up = new LinkedHashMap<>(state.tensors());
        Map<String, Tensor> down = new LinkedHashMap<>(state.tensors());
        for (var spec : program.tensors()) {
            if (!spec.isParameter()) {
                continue;
            }
            float[] at = state.get(spec.name()).values();
            float[] after = stepped.get(spec.name()).values();
            float[] plus = at.clone();
            float[] minus = at.clone();
            for (int i = 0; i < at.length; i++) {
                double gradient = (double) at[i] - after[i];
                float step = (float) (5e-4 * random.nextGaussian());
                plus[i] += step;
                minus[i] -= step;
                slope += gradient * ((double) plus[i] - minus[i]);
            }
            moved.put(spec.name(), 1f);
            up.put(spec.name(), new Tensor(spec.shape(), plus));
            down.put(spec.name(), new Tensor(spec.shape(), minus));
        }
        assertThat(moved).isNotEmpty();
        double difference =
                trainingLoss(program, new TensorState(up), batch) - trainingLoss(program, new TensorState(down), batch);
        assertThat(slope).as(name).isEqualTo(difference, offset(2e-5 + 0.03 * Math.abs(difference)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.roentgen.network.LayerCases#all")
    void everyParameterMoves(String name, Network network) {
        Assumptions.assumeFalse(
                name.startsWith("EfficientNet"),
                "a shift before a linear convolution that is normalised after it has no effect, so its gradient is zero");
        TrainingProgram program = classifier(network);
        TensorState state = state(program);
        try (TrainingSession session = BACKEND.open(program, state)) {
            session.step(new Batch(SAMPLES, images(network.input()), new byte[] {0, 1}), 0.1f);
            TensorState after = session.state();
            for (var spec : program.tensors()) {
                if (spec.isParameter()) {
                    assertThat(after.get(spec.name())).as(spec.name()).isNotEqualTo(state.get(spec.name()));
                }
            }
        }
    }

    private static double trainingLoss(TrainingProgram program, TensorState state, Batch batch) {
        try (TrainingSession session = BACKEND.open(program, state)) {
            return session.step(batch, 0f);
        }
    }

    /** The network with a linear classifier of two classes after it, so that one loss serves all. */
    private static TrainingProgram classifier(Network network) {
        Network.Builder builder = Network.builder(network.input());
        network.nodes()
                .forEach(node ->
                        builder.add(node.name(), node.layer(), node.inputs().toArray(String[]::new)));
        String features = network.output().name();
        String flat = builder.add("judge_flat", new Flatten(), features);
        builder.add("judge", new Linear(2, true), flat);
        return new TrainingProgram(
                builder.build(),
                CrossEntropy.unweighted(),
                new Sgd(0, false, 0),
                Precision.FLOAT32,
                StepOptions.clipping(Double.POSITIVE_INFINITY));
    }

    private static TensorState state(TrainingProgram program) {
        Map<String, Tensor> tensors =
                new LinkedHashMap<>(program.initialState(5).tensors());
        tensors.putAll(SampleState.of(program.network()).tensors());
        tensors.computeIfPresent("judge_weight", (_, weight) -> faint(weight));
        return new TensorState(tensors);
    }

    /** Small scores keep the loss away from saturation, where gradients vanish. */
    private static Tensor faint(Tensor tensor) {
        float[] values = tensor.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 0.02f;
        }
        return new Tensor(tensor.shape(), values);
    }

    private static float[] images(FeatureShape shape) {
        float[] values = new float[SAMPLES * shape.elements()];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double[] input = SampleState.input(shape, sample);
            for (int i = 0; i < input.length; i++) {
                values[sample * input.length + i] = (float) input[i];
            }
        }
        return values;
    }
}
