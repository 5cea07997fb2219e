package org.roentgen.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.roentgen.network.loss.Loss;
import org.roentgen.network.optimizer.Optimizer;

/**
 * A network with what is needed to train it. Everything that changes while training is a named tensor of
 * {@link #tensors()}, so a checkpoint of them resumes exactly.
 *
 * @param frozen names of layers that stay as they are: without gradients, and with statistics as in evaluation
 */
public record TrainingProgram(
        Network network, Loss loss, Optimizer optimizer, Precision precision, StepOptions options, Set<String> frozen) {
    /** Slot of the averaged tensors of the network. */
    public static final String AVERAGE = "average";

    /** Number of steps taken. */
    public static final String STEP = "optimizer_step";
    /** Counter and seed of the random numbers of layers such as dropout. */
    public static final String RANDOM_COUNTER = "random_counter";

    public static final String RANDOM_SEED = "random_seed";

    /** A float32 holds whole numbers exactly below 2^24, so seeds are folded into this range. */
    private static final int SEED_RANGE = 1 << 20;

    /** A program that trains all layers. */
    public TrainingProgram(Network network, Loss loss, Optimizer optimizer, Precision precision, StepOptions options) {
        this(network, loss, optimizer, precision, options, Set.of());
    }

    public TrainingProgram {
        frozen = Set.copyOf(frozen);
        if (network.parameterCount() > 0 && trained(network, frozen).isEmpty()) {
            throw new InvalidNetworkException("All layers with weights are frozen, so nothing would be learned;"
                    + " leave at least the last layer '" + network.output().name() + "' free");
        }
        loss.check(network.output().shape());
        network.auxiliaries().forEach(auxiliary -> loss.check(network.shapeOf(auxiliary)));
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
        List<TensorSpec> parameters = trained(network, frozen);
        List<TensorSpec> all = new ArrayList<>(parameters);
        own.stream()
                .filter(spec -> !parameters.contains(spec))
                .map(spec -> TensorSpec.buffer(spec.name(), spec.shape(), spec.initializer()))
                .forEach(all::add);
        all.addAll(loss.buffers());
        for (String slot : optimizer.slots()) {
            for (TensorSpec parameter : parameters) {
                all.add(TensorSpec.buffer(slotName(slot, parameter.name()), parameter.shape(), Initializer.ZERO));
            }
        }
        if (options.averages()) {
            own.forEach(
                    spec -> all.add(TensorSpec.buffer(slotName(AVERAGE, spec.name()), spec.shape(), Initializer.ZERO)));
        }
        all.add(TensorSpec.buffer(STEP, List.of(), Initializer.ZERO));
        all.add(TensorSpec.buffer(RANDOM_COUNTER, List.of(), Initializer.ZERO));
        all.add(TensorSpec.buffer(RANDOM_SEED, List.of(), Initializer.ZERO));
        return all;
    }

    private static List<TensorSpec> trained(Network network, Set<String> frozen) {
        return network.nodes().stream()
                .filter(node -> !frozen.contains(node.name()))
                .flatMap(node -> node.tensors().stream())
                .filter(TensorSpec::isParameter)
                .toList();
    }

    /** The same with layers that do not change. */
    public TrainingProgram withFrozen(Set<String> layers) {
        return new TrainingProgram(network, loss, optimizer, precision, options, layers);
    }

    /** A state with other values of tensors of the network, as if the training had begun with them. */
    public TensorState startingFrom(TensorState state, Map<String, Tensor> values) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(state.tensors());
        values.forEach((name, value) -> {
            tensors.replace(name, value);
            tensors.replace(slotName(AVERAGE, name), value);
        });
        return new TensorState(tensors);
    }

    /** Values before the first step. */
    public TensorState initialState(long seed) {
        List<TensorSpec> specs = new ArrayList<>(tensors());
        float folded = Math.floorMod(seed, SEED_RANGE);
        specs.set(specs.size() - 1, TensorSpec.buffer(RANDOM_SEED, List.of(), new Initializer.Constant(folded)));
        Map<String, Tensor> tensors =
                new LinkedHashMap<>(Network.initialState(specs, seed).tensors());
        if (options.averages()) {
            network.tensors()
                    .forEach(spec -> tensors.replace(
                            slotName(AVERAGE, spec.name()), Objects.requireNonNull(tensors.get(spec.name()))));
        }
        return new TensorState(tensors);
    }

    /** The state with the averaged tensors, where there are any, in place of the network's own. */
    public TensorState averaged(TensorState state) {
        if (!options.averages()) {
            return state;
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>(state.tensors());
        network.tensors().forEach(spec -> tensors.put(spec.name(), state.get(slotName(AVERAGE, spec.name()))));
        return new TensorState(tensors);
    }

    /** The program for the network's own tensors, to evaluate an {@link #averaged} state. */
    public TrainingProgram withoutAveraging() {
        return new TrainingProgram(
                network,
                loss,
                optimizer,
                precision,
                new StepOptions(options.gradientNormLimit(), 0, options.microBatches(), options.mixup()),
                frozen);
    }
}
