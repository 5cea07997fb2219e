package org.roentgen.dicom.deidentify.burnedin;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.deidentify.TableLines;

/**
 * A network of this library in ONNX Runtime, on one thread of the caller's; several callers may run it at once. A process that also
 * uses DJL's engine of ONNX Runtime has to load that one first.
 */
final class Network {
    private final String name;
    private final String input;
    private @Nullable OrtSession session;

    /**
     * It is opened when it runs first.
     *
     * @param name of the file beside the tables of de-identification
     * @param input name of the only input
     */
    Network(String name, String input) {
        this.name = name;
        this.input = input;
    }

    private synchronized OrtSession session() throws OrtException {
        if (session == null) {
            session = open();
        }
        return session;
    }

    private OrtSession open() throws OrtException {
        try (InputStream stream = TableLines.class.getResourceAsStream(name);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (stream == null) {
                throw new IllegalStateException("network " + name + " is not in the jar");
            }
            options.setIntraOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            return environment.createSession(stream.readAllBytes(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of its first output, row-major. */
    float[] run(float[] values, long... shape) {
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session().run(Map.of(input, tensor))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] output = new float[buffer.remaining()];
            buffer.get(output);
            return output;
        } catch (OrtException e) {
            throw new IllegalStateException("network " + name + " does not run in ONNX Runtime", e);
        }
    }
}
