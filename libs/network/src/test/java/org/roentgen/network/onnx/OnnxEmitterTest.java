package org.roentgen.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.ReferenceNetwork;
import org.roentgen.network.SampleState;
import org.roentgen.network.TensorState;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.zoo.SmallCnn;
import org.roentgen.network.zoo.UNet;

class OnnxEmitterTest {
    private static final int BATCH = 2;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.roentgen.network.LayerCases#all")
    void onnxRuntimeAgreesWithTheDefinitionOfTheLayer(String name, Network network) throws OrtException {
        TensorState state = SampleState.of(network);
        for (boolean fold : new boolean[] {false, true}) {
            float[] output = run(OnnxEmitter.emit(network, state, new OnnxExport(fold)), network.input());
            assertThat(output).hasSize(BATCH * network.output().shape().elements());
            for (int sample = 0; sample < BATCH; sample++) {
                double[] expected =
                        ReferenceNetwork.evaluate(network, state, SampleState.input(network.input(), sample));
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) output[sample * expected.length + i])
                            .as("%s, folded %s, sample %s, value %s", name, fold, sample, i)
                            .isEqualTo(expected[i], offset(1e-4 * Math.max(1, Math.abs(expected[i]))));
                }
            }
        }
    }

    @Test
    void fullyConvolutionalNetworkServesOtherSizes() throws OrtException {
        UNet unet = new UNet(2, 2, UNet.Normalization.BATCH);
        Network small = unet.build(FeatureShape.of(1, 8, 8), 2);
        TensorState state = SampleState.of(small);
        FeatureShape larger = FeatureShape.of(1, 16, 12);
        float[] output = run(OnnxEmitter.emit(small, state, OnnxExport.standard()), larger);
        double[] expected = ReferenceNetwork.evaluate(unet.build(larger, 2), state, SampleState.input(larger, 0));
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) output[i]).isEqualTo(expected[i], offset(1e-4 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void axesAreDynamicOnlyWhereTheNetworkAllowsIt() throws OrtException {
        Network cnn = SmallCnn.of(FeatureShape.of(1, 8, 8), 4, 0);
        Network unet = new UNet(2, 1, UNet.Normalization.BATCH).build(FeatureShape.of(1, 8, 8), 2);
        assertThat(inputShape(cnn)).containsExactly(-1, 1, 8, 8);
        assertThat(inputShape(unet)).containsExactly(-1, 1, -1, -1);
    }

    @Test
    void foldingLeavesNoBatchNorm() {
        Network network = new UNet(2, 2, UNet.Normalization.BATCH).build(FeatureShape.of(1, 8, 8), 2);
        FoldedNetwork folded = BatchNormFolding.fold(network, SampleState.of(network));
        assertThat(folded.network().nodes()).noneMatch(node -> node.layer() instanceof BatchNorm);
    }

    private static long[] inputShape(Network network) throws OrtException {
        byte[] model = OnnxEmitter.emit(network, SampleState.of(network), OnnxExport.standard());
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model)) {
            NodeInfo input = session.getInputInfo().get(OnnxExport.INPUT);
            assertThat(input).isNotNull();
            return ((TensorInfo) input.getInfo()).getShape();
        }
    }

    private static float[] run(byte[] model, FeatureShape shape) throws OrtException {
        FloatBuffer values = FloatBuffer.allocate(BATCH * shape.elements());
        for (int sample = 0; sample < BATCH; sample++) {
            for (double value : SampleState.input(shape, sample)) {
                values.put((float) value);
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, values.flip(), shape.batched(BATCH));
                OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[output.remaining()];
            output.get(copy);
            return copy;
        }
    }
}
