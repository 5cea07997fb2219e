package org.roentgen.training.engine;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TensorState;
import org.roentgen.network.TrainingProgram;

/** A loaded archive. Each call has a memory manager of its own, closed with it, so that native memory stays flat. */
final class TorchScriptSession implements TrainingSession {
    private final TrainingProgram program;
    private final Model model;

    TorchScriptSession(TrainingProgram program, Model model) {
        this.program = program;
        this.model = model;
    }

    @Override
    public float step(Batch batch, float learningRate) {
        prepareThread(true);
        try (NDManager memory = model.getNDManager().newSubManager()) {
            NDArray rate = memory.create(learningRate);
            NDList outputs = call(
                    memory,
                    true,
                    "train_step",
                    images(memory, batch.images(), batch.samples()),
                    targets(memory, batch),
                    rate);
            return outputs.head().toType(DataType.FLOAT32, false).getFloat();
        }
    }

    @Override
    public Evaluated evaluate(Batch batch) {
        prepareThread(false);
        try (NDManager memory = model.getNDManager().newSubManager()) {
            NDList outputs = call(
                    memory, false, "evaluate", images(memory, batch.images(), batch.samples()), targets(memory, batch));
            return new Evaluated(outputs.get(0).getFloat(), outputs.get(1).toFloatArray());
        }
    }

    @Override
    public float[] predict(float[] images, long[] shape) {
        prepareThread(false);
        try (NDManager memory = model.getNDManager().newSubManager()) {
            NDArray input = memory.create(images, new Shape(shape));
            return call(memory, false, "forward_eval", input).head().toFloatArray();
        }
    }

    @Override
    public TensorState state() {
        prepareThread(false);
        List<TensorSpec> specs = program.tensors();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (NDManager memory = model.getNDManager().newSubManager()) {
            NDList values = new NDList();
            values.addAll(call(memory, false, "parameters_list"));
            values.addAll(call(memory, false, "buffers_list"));
            for (int i = 0; i < specs.size(); i++) {
                TensorSpec spec = specs.get(i);
                tensors.put(spec.name(), new Tensor(spec.shape(), values.get(i).toFloatArray()));
            }
        }
        return new TensorState(tensors);
    }

    @Override
    public void close() {
        model.close();
    }

    /** These modes belong to the thread: the optimising executor is slower for small steps and pauses at new shapes. */
    private static void prepareThread(boolean gradients) {
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(gradients);
    }

    private NDList call(NDManager memory, boolean gradients, String method, NDArray... inputs) {
        NDList all = new NDList(inputs);
        NDArray selector = memory.create(0f);
        selector.setName("module_method:" + method);
        all.add(selector);
        NDList outputs = model.getBlock().forward(new ParameterStore(memory, false), all, gradients);
        outputs.attach(memory);
        return outputs;
    }

    /** The spatial sizes are the network's own, so a batch of another size is refused by its count of values. */
    private NDArray images(NDManager memory, float[] values, int samples) {
        FeatureShape input = program.network().input();
        if (values.length != samples * input.elements()) {
            throw new IllegalArgumentException(samples + " samples of " + input + " need " + samples * input.elements()
                    + " values, but " + values.length + " were given");
        }
        return memory.create(values, new Shape(input.batched(samples)));
    }

    private NDArray targets(NDManager memory, Batch batch) {
        FeatureShape output = program.network().output().shape();
        int channels = program.loss().hasTargetPerChannel() ? 1 : 0;
        long[] sizes = new long[output.rank() + 1 + channels];
        sizes[0] = batch.samples();
        if (channels > 0) {
            sizes[1] = output.channels();
        }
        for (int axis = 0; axis < output.rank(); axis++) {
            sizes[axis + 1 + channels] = output.spatial().get(axis);
        }
        return memory.create(ByteBuffer.wrap(batch.targets()), new Shape(sizes), DataType.UINT8);
    }
}
