package org.roentgen.training.plan;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.Node;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.layer.MaxPool;
import org.roentgen.training.dataset.Fingerprint;

/**
 * Bytes that a training needs, from the description of its network alone.
 *
 * @param weights of the network, with statistics and averages
 * @param gradients one value for each trained weight, twice: the engine adds up and clips
 * @param optimizer memory of the optimiser
 * @param activationsPerSample outputs of all layers that the way back needs, and the two largest gradients of them
 * @param samplesAtOnce samples of a micro-batch
 * @param images preprocessed images that stay in memory, on the Java heap
 */
public record MemoryEstimate(
        long weights, long gradients, long optimizer, long activationsPerSample, int samplesAtOnce, long images) {
    private static final int SPACE = 3;

    /** Measured: three-dimensional convolutions keep copies in an order of their own. */
    private static final double REARRANGED_VOLUMES = 1.45;

    /** Measured: half of each output, and copies for what stays in full precision. */
    private static final double HALF_PRECISION = 0.6;

    private static final int MEBI = 20;

    /** Estimates a training of the plan on data of a fingerprint. */
    public static MemoryEstimate of(TrainingPlan plan, Fingerprint data) {
        TrainingProgram program = plan.program();
        long network = bytes(program.network().tensors());
        long trained =
                bytes(program.tensors().stream().filter(TensorSpec::isParameter).toList());
        return new MemoryEstimate(
                program.options().averages() ? 2 * network : network,
                2 * trained,
                trained * program.optimizer().slots().size(),
                activations(program),
                Math.ceilDiv(plan.batchSize(), program.options().microBatches()),
                images(plan, data));
    }

    private static long bytes(List<TensorSpec> specs) {
        return specs.stream()
                .mapToLong(spec -> (long) Tensor.elements(spec.shape()) * Float.BYTES)
                .sum();
    }

    private static long activations(TrainingProgram program) {
        Network network = program.network();
        long kept = (long) network.input().elements() * Float.BYTES;
        long largest = kept;
        for (Node node : network.nodes()) {
            long output = elements(node.shape()) * Float.BYTES;
            kept += node.layer() instanceof MaxPool ? output + elements(node.shape()) * Long.BYTES : output;
            largest = Math.max(largest, output);
        }
        double working = kept + 2.0 * largest;
        if (network.input().rank() == SPACE) {
            working *= REARRANGED_VOLUMES;
        }
        return (long) (program.precision() == TrainingProgram.Precision.BFLOAT16 ? working * HALF_PRECISION : working);
    }

    private static long elements(FeatureShape shape) {
        return shape.elements();
    }

    /** All cases, as large as the median: values and labels. */
    private static long images(TrainingPlan plan, Fingerprint data) {
        long voxels = data.medianSize().stream().mapToLong(Integer::longValue).reduce(1, (one, other) -> one * other);
        return plan.isWholeImages()
                ? (long) data.cases() * plan.program().network().input().elements() * Float.BYTES
                : data.cases() * voxels * (data.channels() * Float.BYTES + 2);
    }

    /** Bytes outside of the Java heap. */
    public long engine() {
        return weights + gradients + optimizer + activationsPerSample * samplesAtOnce;
    }

    /** The largest micro-batch that fits into so many bytes outside of the heap; 0 if none does. */
    int samplesWithin(long bytes) {
        return (int) Math.clamp((bytes - weights - gradients - optimizer) / activationsPerSample, 0, Integer.MAX_VALUE);
    }

    /** For people, in MiB. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add("weights " + mebibytes(weights));
        parts.add("gradients " + mebibytes(gradients));
        parts.add("optimiser " + mebibytes(optimizer));
        parts.add("activations " + mebibytes(activationsPerSample * samplesAtOnce) + " for " + samplesAtOnce
                + " samples at once");
        parts.add("images " + mebibytes(images));
        return mebibytes(engine() + images) + " MiB of memory (" + String.join(", ", parts) + ")";
    }

    static long mebibytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << MEBI);
    }
}
