package org.roentgen.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.StepOptions;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.TrainingProgram.Precision;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.GlobalAveragePool;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.loss.BinaryCrossEntropy;
import org.roentgen.network.loss.CrossEntropy;
import org.roentgen.network.loss.FocalLoss;
import org.roentgen.network.loss.Loss;
import org.roentgen.network.loss.OverlapCrossEntropy;
import org.roentgen.network.optimizer.Sgd;

/** Each loss as its paper writes it, computed from the scores that the engine gave. */
class TorchScriptLossTest {
    private static final TrainingBackend BACKEND = new TorchScriptBackend(DeviceChoice.CPU, 1);
    private static final int SAMPLES = 2;
    private static final int CLASSES = 3;
    private static final int PIXELS = 20;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void agreesWithItsDefinition(Loss loss, Definition definition) {
        Network.Builder net = Network.builder(FeatureShape.of(2, 4, 5));
        net.add("scores", Conv.same(CLASSES, 2, 3, true), Network.INPUT);
        TrainingProgram program = new TrainingProgram(
                net.build(), loss, Sgd.standard(), Precision.FLOAT32, StepOptions.clipping(Double.POSITIVE_INFINITY));
        Random random = new Random(1);
        float[] images = new float[SAMPLES * 2 * PIXELS];
        byte[] targets = new byte[SAMPLES * PIXELS];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (byte) random.nextInt(CLASSES);
        }
        try (TrainingSession session = BACKEND.open(program, program.initialState(4))) {
            TrainingSession.Evaluated evaluated = session.evaluate(new Batch(SAMPLES, images, targets));
            double expected = definition.of(probabilities(evaluated.scores()), targets);
            assertThat((double) evaluated.loss()).isEqualTo(expected, offset(1e-5));
            assertThat(session.step(new Batch(SAMPLES, images, targets), 0.1f)).isFinite();
        }
    }

    static Stream<Arguments> agreesWithItsDefinition() {
        List<Float> weights = List.of(0.5f, 2f, 1f);
        return Stream.of(
                Arguments.of(CrossEntropy.unweighted(), (Definition) (p, y) -> entropy(p, y, List.of(1f, 1f, 1f))),
                Arguments.of(new CrossEntropy(weights), (Definition) (p, y) -> entropy(p, y, weights)),
                Arguments.of(new FocalLoss(0), (Definition) (p, y) -> entropy(p, y, List.of(1f, 1f, 1f))),
                Arguments.of(FocalLoss.standard(), (Definition) TorchScriptLossTest::focal),
                Arguments.of(OverlapCrossEntropy.dice(), (Definition) (p, y) -> overlap(p, y, 0.5, 0.5)),
                Arguments.of(OverlapCrossEntropy.tversky(), (Definition) (p, y) -> overlap(p, y, 0.3, 0.7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findingsAreJudgedEachByItself(BinaryCrossEntropy loss, List<Float> weights) {
        Network.Builder net = Network.builder(FeatureShape.of(2, 4, 5));
        net.add("scores", new Linear(CLASSES, true), net.add("pool", new GlobalAveragePool(), Network.INPUT));
        TrainingProgram program = new TrainingProgram(
                net.build(), loss, Sgd.standard(), Precision.FLOAT32, StepOptions.clipping(Double.POSITIVE_INFINITY));
        Random random = new Random(1);
        float[] images = new float[SAMPLES * 2 * PIXELS];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        byte[] targets = {0, 1, 1, 1, 0, 0};
        try (TrainingSession session = BACKEND.open(program, program.initialState(4))) {
            TrainingSession.Evaluated evaluated = session.evaluate(new Batch(SAMPLES, images, targets));
            double expected = 0;
            for (int i = 0; i < targets.length; i++) {
                double probability = 1 / (1 + Math.exp(-evaluated.scores()[i]));
                expected -=
                        targets[i] == 1 ? weights.get(i % CLASSES) * Math.log(probability) : Math.log(1 - probability);
            }
            assertThat((double) evaluated.loss()).isEqualTo(expected / targets.length, offset(1e-5));
            assertThat(session.step(new Batch(SAMPLES, images, targets), 0.1f)).isFinite();
        }
    }

    static Stream<Arguments> findingsAreJudgedEachByItself() {
        List<Float> weights = List.of(0.5f, 2f, 1f);
        return Stream.of(
                Arguments.of(BinaryCrossEntropy.unweighted(), List.of(1f, 1f, 1f)),
                Arguments.of(new BinaryCrossEntropy(weights), weights));
    }

    /** From probabilities by pixel and class, and the true classes. */
    private interface Definition {
        double of(double[][] probabilities, byte[] targets);
    }

    private static double[][] probabilities(float[] scores) {
        double[][] probabilities = new double[SAMPLES * PIXELS][CLASSES];
        for (int pixel = 0; pixel < probabilities.length; pixel++) {
            double sum = 0;
            for (int label = 0; label < CLASSES; label++) {
                int at = (pixel / PIXELS * CLASSES + label) * PIXELS + pixel % PIXELS;
                probabilities[pixel][label] = Math.exp(scores[at]);
                sum += probabilities[pixel][label];
            }
            for (int label = 0; label < CLASSES; label++) {
                probabilities[pixel][label] /= sum;
            }
        }
        return probabilities;
    }

    private static double entropy(double[][] probabilities, byte[] targets, List<Float> weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < targets.length; i++) {
            double weight = weights.get(targets[i]);
            sum -= weight * Math.log(probabilities[i][targets[i]]);
            all += weight;
        }
        return sum / all;
    }

    private static double focal(double[][] probabilities, byte[] targets) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            double right = probabilities[i][targets[i]];
            sum -= (1 - right) * (1 - right) * Math.log(right);
        }
        return sum / targets.length;
    }

    private static double overlap(
            double[][] probabilities, byte[] targets, double falsePositive, double falseNegative) {
        double index = 0;
        for (int label = 1; label < CLASSES; label++) {
            double shared = 0;
            double found = 0;
            double there = 0;
            for (int i = 0; i < targets.length; i++) {
                boolean is = targets[i] == label;
                shared += is ? probabilities[i][label] : 0;
                found += probabilities[i][label];
                there += is ? 1 : 0;
            }
            double misses = falsePositive * (found - shared) + falseNegative * (there - shared);
            index += (shared + 0.5) / (shared + misses + 0.5) / (CLASSES - 1);
        }
        return 1 - index + entropy(probabilities, targets, List.of(1f, 1f, 1f));
    }
}
