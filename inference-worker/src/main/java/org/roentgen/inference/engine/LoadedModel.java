package org.roentgen.inference.engine;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.nio.FloatBuffer;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ModelManifest;

/** A model in the engine, warm. One call at a time. */
public final class LoadedModel implements AutoCloseable {
    private final Model model;
    private final ModelManifest manifest;
    private final Predictor<NDList, NDList> predictor;

    LoadedModel(Model model, ModelManifest manifest) {
        this.model = model;
        this.manifest = manifest;
        this.predictor = model.newPredictor(new NoopTranslator(null));
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
