package org.roentgen.training.serving;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Set;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/** The exported model in ONNX Runtime on the CPU, as a hospital would run it. */
public final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    public OnnxModel(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw failed("does not load", e);
        }
    }

    /** Scores, row-major. */
    public float[] predict(float[] input, long[] shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] scores = new float[values.remaining()];
            values.get(scores);
            return scores;
        } catch (OrtException e) {
            throw failed("does not run", e);
        }
    }

    /** The values of an output of whole numbers, row-major. */
    public long[] integers(float[] input, long[] shape, String output) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), tensor), Set.of(output))) {
            LongBuffer values = ((OnnxTensor) result.get(0)).getLongBuffer();
            long[] integers = new long[values.remaining()];
            values.get(integers);
            return integers;
        } catch (OrtException e) {
            throw failed("does not run", e);
        }
    }

    private static RoentgenException failed(String what, OrtException e) {
        return new RoentgenException(
                ErrorCode.INTERNAL_ERROR, "The exported model " + what + " in ONNX Runtime: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw failed("does not close", e);
        }
    }
}
