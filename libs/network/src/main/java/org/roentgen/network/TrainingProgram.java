package org.roentgen.network;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.loss.Loss;
import org.roentgen.network.optimizer.Optimizer;

/**
 * A network with what is needed to train it. Everything that changes while training is a named tensor of
 * {@link #tensors()}, so a checkpoint of them resumes exactly.
 *
 * @param gradientNormLimit gradients with a larger norm over all parameters are scaled down to it; infinite for none
 */
public record TrainingProgram(
        Network network, Loss loss, Optimizer optimizer, Precision precision, double gradientNormLimit) {
    /** Number of steps taken. */
    public static final String STEP = "optimizer_step";
    /** Counter and seed of the random numbers of layers such as dropout. */
    public static final String RANDOM_COUNTER = "random_counter";

    public static final String RANDOM_SEED = "random_seed";

    /** A float32 holds whole numbers exactly below 2^24, so seeds are folded into this range. */
    private static final int SEED_RANGE = 1 << 20;

    public TrainingProgram {
        loss.check(network.output().shape());
        if (!(gradientNormLimit > 0)) {
            throw new InvalidNetworkException(
                    "Gradient norm limit " + gradientNormLimit + " must be above 0; use infinity for none");
        }
    }

    /** Precision of convolutions and matrix products; weights, statistics and the optimiser stay in float32. */
    public enum Precision {
        FLOAT32,
        BFLOAT16
    }

    /** Name of the optimiser's tensor for a parameter. */
    public static String slotName(String slot, String parameter) {
        return slot + "__" + parameter;
    }

    /** All tensors in their order: parameters, statistics of layers, then those of the loss and the optimiser. */
    public List<TensorSpec> tensors() {
        List<TensorSpec> own = network.tensors();
        List<TensorSpec> parameters =
                own.stream().filter(TensorSpec::isParameter).toList();
        List<TensorSpec> all = new ArrayList<>(parameters);
        own.stream().filter(spec -> !spec.isParameter()).forEach(all::add);
        all.addAll(loss.buffers());
        for (String slot : optimizer.slots()) {
            for (TensorSpec parameter : parameters) {
                all.add(TensorSpec.buffer(slotName(slot, parameter.name()), parameter.shape(), Initializer.ZERO));
            }
        }
        all.add(TensorSpec.buffer(STEP, List.of(), Initializer.ZERO));
        all.add(TensorSpec.buffer(RANDOM_COUNTER, List.of(), Initializer.ZERO));
        all.add(TensorSpec.buffer(RANDOM_SEED, List.of(), Initializer.ZERO));
        return all;
    }

    /** Values before the first step. */
    public TensorState initialState(long seed) {
        List<TensorSpec> specs = new ArrayList<>(tensors());
        float folded = Math.floorMod(seed, SEED_RANGE);
        specs.set(specs.size() - 1, TensorSpec.buffer(RANDOM_SEED, List.of(), new Initializer.Constant(folded)));
        return Network.initialState(specs, seed);
    }
}
