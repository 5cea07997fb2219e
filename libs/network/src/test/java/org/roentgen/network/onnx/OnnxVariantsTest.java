package org.roentgen.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.SampleState;
import org.roentgen.network.TensorState;
import org.roentgen.network.layer.Relu;
import org.roentgen.network.zoo.SmallCnn;
import org.roentgen.network.zoo.UNet;

/** Smaller variants of a model beside the model itself, in ONNX Runtime. */
class OnnxVariantsTest {
    private static final int BATCH = 2;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("small-cnn", SmallCnn.of(FeatureShape.of(1, 28, 28), 4, 0), FeatureShape.of(1, 28, 28)),
                Arguments.of(
                        "unet 2D",
                        new UNet(8, 2, UNet.Normalization.BATCH).build(FeatureShape.of(1, 16, 16), 3),
                        FeatureShape.of(1, 16, 16)),
                Arguments.of(
                        "unet 3D",
                        new UNet(8, 2, UNet.Normalization.INSTANCE).build(FeatureShape.of(1, 8, 8, 8), 3),
                        FeatureShape.of(1, 8, 8, 8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void halfWeightsAreHalfAsLargeAndAlmostEqual(String name, Network network, FeatureShape input) throws OrtException {
        byte[] model = OnnxEmitter.emit(network, SampleState.of(network), OnnxExport.standard());
        byte[] half = HalfWeights.of(model);
        assertThat((double) half.length / model.length).as(name).isLessThan(0.75);
        assertThat(relativeError(model, half, input)).as(name).isLessThan(5e-3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void bytesAreSmallerStillAndClose(String name, Network network, FeatureShape input) throws OrtException {
        byte[] model = OnnxEmitter.emit(network, SampleState.of(network), OnnxExport.standard());
        byte[] int8 = DynamicInt8.of(model);
        assertThat((double) int8.length / model.length).as(name).isLessThan(0.75);
        double error = relativeError(model, int8, input);
        assertThat(error).as(name).isGreaterThan(0).isLessThan(0.2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void convolutionsOfVolumesAreComputedInFloatsWhichIsFaster(String name, Network network, FeatureShape input) {
        byte[] model = OnnxEmitter.emit(network, SampleState.of(network), OnnxExport.standard());
        List<String> operators = HalfWeights.parse(DynamicInt8.of(model)).getGraph().getNodeList().stream()
                .map(NodeProto::getOpType)
                .toList();
        boolean volumes = input.rank() == 3;
        assertThat(operators.contains("DequantizeLinear")).as(name).isEqualTo(volumes);
        assertThat(operators.contains("ConvInteger")).as(name).isEqualTo(!volumes);
    }

    @Test
    void bothLeaveTheSpatialAxesDynamic() throws OrtException {
        Network network = new UNet(8, 2, UNet.Normalization.BATCH).build(FeatureShape.of(1, 16, 16), 2);
        byte[] model = OnnxEmitter.emit(network, SampleState.of(network), OnnxExport.standard());
        FeatureShape larger = FeatureShape.of(1, 32, 16);
        assertThat(relativeError(model, HalfWeights.of(model), larger)).isLessThan(5e-3);
        assertThat(relativeError(model, DynamicInt8.of(model), larger)).isLessThan(0.2);
    }

    @Test
    void whatCannotBeRewrittenIsRefused() {
        assertThatThrownBy(() -> HalfWeights.of(new byte[] {1, 2, 3})).hasMessageContaining("no ONNX model");
        Network.Builder builder = Network.builder(FeatureShape.of(1, 4, 4));
        builder.add("relu", new Relu(), Network.INPUT);
        byte[] model = OnnxEmitter.emit(builder.build(), new TensorState(Map.of()), OnnxExport.standard());
        assertThatThrownBy(() -> DynamicInt8.of(model)).hasMessageContaining("no convolution or fully connected layer");
    }

    /** Root of the mean squared difference over that of the model's own output. */
    private static double relativeError(byte[] model, byte[] variant, FeatureShape input) throws OrtException {
        float[] expected = run(model, input);
        float[] actual = run(variant, input);
        double differences = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            differences += Math.pow(expected[i] - actual[i], 2);
            squares += Math.pow(expected[i], 2);
        }
        return Math.sqrt(differences / squares);
    }

    private static float[] run(byte[] model, FeatureShape input) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Random random = new Random(5);
        float[] values = new float[BATCH * input.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        try (OrtSession session = environment.createSession(model);
                OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), input.batched(BATCH));
                OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, tensor))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] scores = new float[output.remaining()];
            output.get(scores);
            return scores;
        }
    }
}
