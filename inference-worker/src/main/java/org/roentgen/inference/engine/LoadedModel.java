package org.roentgen.inference.engine;

import ai.djl.Device;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.FloatBuffer;
import java.util.Map;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.imaging.prediction.Classifier;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.prediction.Segmenter;
import org.roentgen.imaging.recipe.Recipe;

/**
 * A model in the engine, warm. It runs on ONNX Runtime's session itself: a predictor around it would add about 0.3 ms to each
 * call, as much as a small model takes.
 */
public final class LoadedModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final ModelManifest manifest;

    private LoadedModel(OrtEnvironment environment, OrtSession session, ModelManifest manifest) {
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
        this.manifest = manifest;
    }

    /**
     * Opens a session.
     *
     * @param network the bytes of an ONNX model
     * @throws RoentgenException INVALID_MODEL_PACKAGE when the engine refuses the model
     */
    public static LoadedModel open(byte[] network, ModelManifest manifest, Device device) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (device.isGpu()) {
                options.addCUDA(device.getDeviceId());
            }
            return new LoadedModel(environment, environment.createSession(network, options), manifest);
        } catch (OrtException e) {
            throw new RoentgenException(
                    ErrorCode.INVALID_MODEL_PACKAGE,
                    "ONNX Runtime refuses the model of package " + manifest.name() + ": " + e.getMessage(),
                    e);
        }
    }

    public ModelManifest manifest() {
        return manifest;
    }

    /** How this model makes a label map of an image. */
    public Segmenter segmenter(ObjectMapper json) {
        return new Segmenter(
                json.convertValue(manifest.recipe(), Recipe.class),
                json.convertValue(manifest.inference(), InferencePlan.class),
                manifest.labels().size());
    }

    /** How this model classifies an image. */
    public Classifier classifier(ObjectMapper json) {
        return new Classifier(
                json.convertValue(manifest.recipe(), Recipe.class),
                json.convertValue(manifest.inference(), InferencePlan.class),
                manifest.inputs().getFirst().shape(),
                manifest.labels().size());
    }

    /**
     * Raw scores of a batch, in C order: the first output of the network. Several threads may call at once.
     *
     * @param images in C order
     * @param shape batch, channels, spatial sizes
     */
    public float[] scores(float[] images, long[] shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor first = (OnnxTensor) result.get(0);
            TensorInfo info = first.getInfo();
            float[] scores = new float[Math.toIntExact(info.getNumElements())];
            first.getFloatBuffer().get(scores);
            return scores;
        } catch (OrtException e) {
            throw new RoentgenException(
                    ErrorCode.INTERNAL_ERROR,
                    "Model " + manifest.name() + " failed in the engine: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The session of model " + manifest.name() + " does not close", e);
        }
    }
}
