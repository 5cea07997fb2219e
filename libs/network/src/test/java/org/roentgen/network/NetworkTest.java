package org.roentgen.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roentgen.network.layer.Add;
import org.roentgen.network.layer.Concat;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.layer.MaxPool;
import org.roentgen.network.layer.Relu;
import org.roentgen.network.loss.CrossEntropy;
import org.roentgen.network.loss.Loss;
import org.roentgen.network.loss.OverlapCrossEntropy;
import org.roentgen.network.optimizer.Adam;
import org.roentgen.network.zoo.DenseNet;
import org.roentgen.network.zoo.ResNet;
import org.roentgen.network.zoo.SmallCnn;
import org.roentgen.network.zoo.UNet;

class NetworkTest {
    private final Network.Builder image = Network.builder(FeatureShape.of(1, 8, 8));

    @Test
    void linearOverAnImageIsRefusedWithTheFix() {
        assertThatThrownBy(() -> image.add("scores", new Linear(2, true), Network.INPUT))
                .isInstanceOf(InvalidNetworkException.class)
                .hasMessageContaining("scores")
                .hasMessageContaining("Flatten or GlobalAveragePool");
    }

    @Test
    void unknownInputIsRefused() {
        assertThatThrownBy(() -> image.add("relu", new Relu(), "conv"))
                .hasMessageContaining("No layer is named 'conv'");
    }

    @Test
    void nameUsedTwiceIsRefused() {
        image.add("relu", new Relu(), Network.INPUT);
        assertThatThrownBy(() -> image.add("relu", new Relu(), Network.INPUT)).hasMessageContaining("used twice");
    }

    @Test
    void inputSmallerThanTheWindowIsRefused() {
        assertThatThrownBy(() -> image.add("pool", MaxPool.by(List.of(9, 9)), Network.INPUT))
                .hasMessageContaining("smaller than the window");
    }

    @Test
    void windowOfAnotherRankIsRefused() {
        assertThatThrownBy(() -> image.add("conv", Conv.same(4, 3, 3, true), Network.INPUT))
                .hasMessageContaining("window of 3 axes");
    }

    @Test
    void jointsOfDifferentShapesAreRefused() {
        String half = image.add("pool", MaxPool.by(List.of(2, 2)), Network.INPUT);
        assertThatThrownBy(() -> image.add("joined", new Concat(), Network.INPUT, half))
                .hasMessageContaining("differ in spatial sizes");
        assertThatThrownBy(() -> image.add("sum", new Add(), Network.INPUT, half))
                .hasMessageContaining("2 inputs of the same shape");
    }

    @Test
    void sizesThatTheUNetCannotHalveAreRefused() {
        assertThatThrownBy(() -> new UNet(4, 3, UNet.Normalization.BATCH).build(FeatureShape.of(1, 20, 16), 2))
                .hasMessageContaining("multiples of 8");
    }

    @Test
    void lossThatDoesNotFitTheOutputIsRefused() {
        Network network = SmallCnn.of(FeatureShape.of(1, 8, 8), 3, 0);
        assertThatThrownBy(() -> program(network, new CrossEntropy(List.of(1f, 2f))))
                .hasMessageContaining("one weight for each class");
        assertThatThrownBy(() -> program(network, OverlapCrossEntropy.dice())).hasMessageContaining("for each pixel");
    }

    private static void program(Network network, Loss loss) {
        new TrainingProgram(
                network,
                loss,
                Adam.standard(),
                TrainingProgram.Precision.FLOAT32,
                StepOptions.clipping(Double.POSITIVE_INFINITY));
    }

    @Test
    void parameterCountsAreThoseOfThePapers() {
        FeatureShape photograph = FeatureShape.of(3, 224, 224);
        assertThat(ResNet.RESNET_18.build(photograph, 1000).parameterCount()).isEqualTo(11_689_512);
        assertThat(ResNet.RESNET_34.build(photograph, 1000).parameterCount()).isEqualTo(21_797_672);
        assertThat(ResNet.RESNET_50.build(photograph, 1000).parameterCount()).isEqualTo(25_557_032);
        assertThat(DenseNet.DENSENET_121.build(photograph, 1000).parameterCount())
                .isEqualTo(7_978_856);
        assertThat(SmallCnn.of(FeatureShape.of(1, 28, 28), 2, 0.5).parameterCount())
                .isEqualTo(320 + 18_496 + (64 * 49 * 128 + 128) + (128 * 2 + 2));
    }

    @Test
    void outputIsScaledByTheLastLayer() {
        Network network = SmallCnn.of(FeatureShape.of(1, 8, 8), 3, 0);
        TensorState state = network.initialState(5);
        double[] input = SampleState.input(network.input(), 0);
        double[] scores = ReferenceNetwork.evaluate(network, state, input);
        double[] scaled = ReferenceNetwork.evaluate(network, network.withScaledOutput(state, 0.25), input);
        for (int i = 0; i < scores.length; i++) {
            assertThat(scaled[i]).isCloseTo(scores[i] / 4, within(1e-6));
        }
    }

    @Test
    void initialValuesDependOnTheSeedOnly() {
        Network network = SmallCnn.of(FeatureShape.of(1, 8, 8), 3, 0);
        assertThat(network.initialState(5)).isEqualTo(network.initialState(5));
        assertThat(network.initialState(5)).isNotEqualTo(network.initialState(6));
    }
}
