package org.roentgen.inference.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.imaging.prediction.Classifier;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.prediction.Segmenter;
import org.roentgen.imaging.recipe.Recipe;

/** A model in the engine, warm. One call at a time. */
public final class LoadedModel implements AutoCloseable {
    static final String ENGINE = "OnnxRuntime";
    private final Model model;
    private final ModelManifest manifest;
    private final Predictor<NDList, NDList> predictor;

    private LoadedModel(Model model, ModelManifest manifest) {
        this.model = model;
        this.manifest = manifest;
        this.predictor = model.newPredictor(new NoopTranslator(null));
    }

    /**
     * Opens a session.
     *
     * @param network the bytes of an ONNX model
     * @throws MalformedModelException when the engine refuses the model
     */
    public static LoadedModel open(InputStream network, ModelManifest manifest, Device device)
            throws IOException, MalformedModelException {
        Model model = Engine.getEngine(ENGINE).newModel(manifest.name(), device);
        try {
            model.load(network);
            return new LoadedModel(model, manifest);
        } catch (IOException | MalformedModelException | RuntimeException refused) {
            model.close();
            throw refused;
        }
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
                manifest.inputs().getFirst().shape(),
                manifest.labels().size());
    }

    /** Raw scores of a batch, in C order. */
    public float[] scores(float[] images, long[] shape) {
        return run(new Tensor(shape, images)).values();
    }

    public ModelManifest manifest() {
        return manifest;
    }

    /** Runs the network on one float tensor and returns its first output, in C order. */
    public synchronized Tensor run(Tensor input) {
        try (NDManager scope = model.getNDManager().newSubManager()) {
            NDArray array = scope.create(FloatBuffer.wrap(input.values()), new Shape(input.shape()));
            NDList output = predictor.predict(new NDList(array));
            output.attach(scope);
            NDArray first = output.getFirst();
            return new Tensor(first.getShape().getShape(), first.toFloatArray());
        } catch (TranslateException e) {
            throw new RoentgenException(
                    ErrorCode.INTERNAL_ERROR, "Model " + manifest.name() + " failed in the engine: " + e, e);
        }
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }

    /** Float values in C order with their shape. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Tensor(long[] shape, float[] values) {}
}
