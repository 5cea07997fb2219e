package org.roentgen.training.foreign;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ForeignModel;
import org.roentgen.domain.model.TensorDescription;
import org.roentgen.imaging.prediction.InferencePlan;

/** Opens a foreign model and runs it once on noise, as it would run on a patient's images. */
final class TrialRun implements AutoCloseable {
    private static final int CHANNEL_AXIS = 1;
    private static final long SIDE = 64;

    private final ForeignModel form;
    private final InferencePlan plan;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** @throws RoentgenException INVALID_MODEL_PACKAGE when the engine refuses the model */
    TrialRun(byte[] model, ForeignModel form, InferencePlan plan) {
        this.form = form;
        this.plan = plan;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw OnnxFile.refused(inWords(String.valueOf(e.getMessage())));
        }
    }

    private static String inWords(String engine) {
        if (Stream.of("is not a registered function/op", "No Op registered", "Could not find an implementation")
                .anyMatch(engine::contains)) {
            return "The model uses an operator that does not run here (" + engine
                    + "): export it with standard operators or a lower opset";
        }
        if (engine.contains("ShapeInferenceError") || engine.contains("incompatible")) {
            return "The shapes inside the model do not fit together (" + engine + "): export it again";
        }
        return "The engine refuses the model: " + engine;
    }

    /** Input and output, as the package will describe them. */
    record Tensors(TensorDescription input, TensorDescription output) {}

    /** @throws RoentgenException INVALID_MODEL_PACKAGE when what comes out is not what the form says */
    Tensors run() {
        try {
            TensorDescription input = input();
            long[] shape = shape(input);
            float[] images = noise(shape);
            Output first = call(input.name(), images, shape);
            check(first, shape);
            if (!Arrays.equals(first.values(), call(input.name(), images, shape).values())) {
                throw OnnxFile.refused("The model answers the same image differently each time: export it in"
                        + " evaluation mode, without dropout");
            }
            return new Tensors(input, describe(first.name(), session.getOutputInfo()));
        } catch (OrtException e) {
            throw OnnxFile.refused("The model does not run on an image of noise: " + e.getMessage()
                    + ". Check that the inference plan gives the sizes that it was made for");
        }
    }

    private TensorDescription input() throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        Set<String> names = inputs.keySet();
        if (names.size() != 1) {
            throw OnnxFile.refused("The model has the inputs " + names + ": one image tensor only is supported");
        }
        String name = names.iterator().next();
        if (form.input().isPresent() && !form.input().get().equals(name)) {
            throw OnnxFile.refused("The model's input is '" + name + "', the form says '"
                    + form.input().get() + "'");
        }
        TensorDescription input = describe(name, inputs);
        int axes = input.shape().size();
        if (axes != 4 && axes != 5) {
            throw OnnxFile.refused("The model's input has the shape " + input.shape()
                    + ": batch, channels and 2 or 3 spatial sizes are needed");
        }
        if (!input.elementType().equals("float32")) {
            throw OnnxFile.refused(
                    "The model's input is " + input.elementType() + ": export it with float32 in and out");
        }
        return input;
    }

    private static TensorDescription describe(String name, Map<String, NodeInfo> nodes) {
        if (!(nodes.get(name) instanceof NodeInfo node) || !(node.getInfo() instanceof TensorInfo info)) {
            throw OnnxFile.refused("'" + name + "' is no tensor of the model, which has " + nodes.keySet());
        }
        String type =
                info.type == OnnxJavaType.FLOAT ? "float32" : info.type.name().toLowerCase(Locale.ROOT);
        return new TensorDescription(
                name, type, Arrays.stream(info.getShape()).boxed().toList());
    }

    /** Sizes that the model fixes, else those of the plan's patches, else 64. */
    private long[] shape(TensorDescription input) {
        List<Long> shape = new ArrayList<>();
        int axes = input.shape().size();
        for (int axis = 0; axis < axes; axis++) {
            long size = input.shape().get(axis);
            shape.add(size > 0 ? size : axis <= CHANNEL_AXIS ? 1 : patch(axes - 1 - axis));
        }
        if (shape.getFirst() != 1) {
            throw OnnxFile.refused("The model takes " + shape.getFirst()
                    + " images at once and no other number: export it with a batch size of 1 or a dynamic one");
        }
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** @param place 0 is x, 1 is y, 2 is z */
    private long patch(int place) {
        return place < plan.patchSize().size() ? plan.patchSize().get(place) : SIDE;
    }

    private static float[] noise(long... shape) {
        Random random = new Random(1);
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Output(String name, long[] shape, float[] values) {}

    private Output call(String input, float[] images, long... shape) throws OrtException {
        String wanted = form.output()
                .orElseGet(() -> session.getOutputNames().iterator().next());
        if (!session.getOutputNames().contains(wanted)) {
            throw OnnxFile.refused(
                    "The model has the outputs " + session.getOutputNames() + ", the form says '" + wanted + "'");
        }
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(wanted))) {
            if (!(result.get(0) instanceof OnnxTensor scores) || scores.getInfo().type != OnnxJavaType.FLOAT) {
                throw OnnxFile.refused("Output '" + wanted + "' is no tensor of float32: export the model with scores");
            }
            float[] values = new float[Math.toIntExact(scores.getInfo().getNumElements())];
            scores.getFloatBuffer().get(values);
            return new Output(wanted, scores.getInfo().getShape(), values);
        }
    }

    private void check(Output output, long... input) {
        long[] expected = form.task() == Task.SEGMENTATION ? input.clone() : new long[2];
        expected[0] = 1;
        expected[CHANNEL_AXIS] = form.labels().size();
        if (!Arrays.equals(output.shape(), expected)) {
            throw OnnxFile.refused("Output '" + output.name() + "' has the shape " + Arrays.toString(output.shape())
                    + " for an input of " + Arrays.toString(input) + ", but a " + form.task() + " of "
                    + form.labels().size() + " labels needs " + Arrays.toString(expected)
                    + ": name the labels that the model has, background included, or another output");
        }
        long broken = IntStream.range(0, output.values().length)
                .filter(i -> !Float.isFinite(output.values()[i]))
                .count();
        if (broken > 0) {
            throw OnnxFile.refused(
                    broken + " of " + output.values().length
                            + " scores are not finite (NaN or infinite) for an image of noise: check the weights and the export");
        }
        if (plan.activation() == InferencePlan.Activation.NONE) {
            checkProbabilities(output);
        }
    }

    private void checkProbabilities(Output output) {
        for (float value : output.values()) {
            if (value < -1e-4 || value > 1 + 1e-4) {
                throw OnnxFile.refused("Output '" + output.name() + "' holds " + value
                        + ", which is no probability: the model gives logits, so choose the activation "
                        + ForeignModels.ofLogits(form.task()));
            }
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The session of a trial does not close", e);
        }
    }
}
