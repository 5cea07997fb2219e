package org.roentgen.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.TensorState;
import org.roentgen.network.layer.Relu;

/** Each step of the head on a channel of four values, in a model that gives positive values back as they are. */
class GraphHeadTest {
    private static final float[] VALUES = {0, 2, 4, 10};

    static Stream<Arguments> steps() {
        Consumer<GraphHead> clip = head -> head.clip(1, 5);
        Consumer<GraphHead> standardize = head -> head.standardize(-2, 4);
        Consumer<GraphHead> window = head -> {
            head.standardize(2, 4);
            head.clip(0, 1);
        };
        Consumer<GraphHead> zScore = head -> {
            head.zScore(false);
            head.standardize(-10, 1);
        };
        Consumer<GraphHead> zScoreOfFilled = head -> {
            head.zScore(true);
            head.standardize(-10, 1);
        };
        return Stream.of(
                Arguments.of("clip", clip, VALUES, new float[] {1, 2, 4, 5}),
                Arguments.of("standardize", standardize, VALUES, new float[] {0.5f, 1, 1.5f, 3}),
                Arguments.of("window", window, VALUES, new float[] {0, 0, 0.5f, 1}),
                Arguments.of("z-score", zScore, VALUES, new float[] {8.930955f, 9.465478f, 10, 11.603567f}),
                Arguments.of("z-score of a constant", zScore, new float[] {3, 3, 3, 3}, new float[] {10, 10, 10, 10}),
                Arguments.of("z-score of what is not 0", zScoreOfFilled, VALUES, new float[] {
                    8.431071f, 9.019419f, 9.607768f, 11.372813f
                }),
                Arguments.of("z-score of nothing", zScoreOfFilled, new float[4], new float[] {10, 10, 10, 10}),
                Arguments.of(
                        "unit", (Consumer<GraphHead>) GraphHead::scaleToUnit, VALUES, new float[] {0, 0.2f, 0.4f, 1}),
                Arguments.of(
                        "unit of a constant",
                        (Consumer<GraphHead>) GraphHead::scaleToUnit,
                        new float[] {7, 7, 7, 7},
                        new float[4]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void stepsAreDoneInTheGraph(String name, Consumer<GraphHead> steps, float[] values, float[] expected)
            throws OrtException {
        for (int opset : new int[] {13, 17, OnnxExport.OPSET}) {
            GraphHead head = new GraphHead(identity(1, opset));
            steps.accept(head);
            assertThat(run(head.bytes(), values, 1, 1, 2, 2)).as(name).containsExactly(expected, offset(1e-5f));
        }
    }

    @Test
    void statisticsAreThoseOfEachChannelOfEachImage() throws OrtException {
        GraphHead head = new GraphHead(identity(2, OnnxExport.OPSET));
        head.scaleToUnit();
        float[] values = {0, 1, 2, 4, 10, 20, 30, 50, 5, 5, 5, 6, -8, -4, 0, 0};
        assertThat(run(head.bytes(), values, 2, 2, 2, 2))
                .containsExactly(
                        new float[] {0, 0.25f, 0.5f, 1, 0, 0.25f, 0.5f, 1, 0, 0, 0, 1, 0, 0.5f, 1, 1}, offset(1e-6f));
    }

    @Test
    void repeatedChannelsStandBesideEachOther() throws OrtException {
        GraphHead head = new GraphHead(identity(4, OnnxExport.OPSET));
        head.repeatChannels(2);
        assertThat(run(head.bytes(), new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 2, 2, 2))
                .containsExactly(1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 5, 6, 7, 8);
    }

    @Test
    void olderOperatorSetsAreRefusedWithTheFix() {
        assertThatThrownBy(() -> new GraphHead(identity(1, 12)))
                .hasMessageContaining("operator set 12")
                .hasMessageContaining("version_converter");
    }

    private static byte[] identity(int channels, int opset) {
        Network.Builder builder = Network.builder(FeatureShape.of(channels, 2, 2));
        builder.add("relu", new Relu(), Network.INPUT);
        byte[] model = OnnxEmitter.emit(builder.build(), new TensorState(Map.of()), OnnxExport.standard());
        ModelProto parsed = HalfWeights.parse(model);
        return parsed.toBuilder()
                .setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(opset))
                .build()
                .toByteArray();
    }

    private static float[] run(byte[] model, float[] values, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[output.remaining()];
            output.get(copy);
            return copy;
        }
    }
}
