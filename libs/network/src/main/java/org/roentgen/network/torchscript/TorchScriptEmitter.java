package org.roentgen.network.torchscript;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.network.Auxiliary;
import org.roentgen.network.Network;
import org.roentgen.network.Node;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TrainingProgram;

/**
 * Writes a training program as the text of one TorchScript class with these methods:
 *
 * <ul>
 *   <li>{@code forward_train(x)}: the network's outputs in float32, auxiliary ones after its own
 *   <li>{@code forward_eval(x)}, also {@code forward}: the output, of the averaged weights where there are any
 *   <li>{@code evaluate(x, y)}: loss and output in evaluation mode
 *   <li>{@code gradients_of(x, y)}: the loss and the gradient of each parameter
 *   <li>{@code train_step(x, y, lr)}: forward, loss, gradient, clipping and update; the loss before the update
 *   <li>{@code parameters_list()}, {@code buffers_list()}: all tensors in the order of the program
 * </ul>
 */
public final class TorchScriptEmitter {
    private static final String SELF = "self: __torch__.Net";
    /** PyTorch's numbers of memory formats. */
    private static final int CHANNELS_LAST = 2;

    private static final int CHANNELS_LAST_OF_VOLUMES = 3;

    private final TrainingProgram program;
    private final List<TensorSpec> parameters;
    private final List<TensorSpec> buffers;
    private final StringBuilder text = new StringBuilder("class Net(Module):\n");

    private TorchScriptEmitter(TrainingProgram program) {
        this.program = program;
        List<TensorSpec> tensors = program.tensors();
        parameters = tensors.stream().filter(TensorSpec::isParameter).toList();
        buffers = tensors.stream().filter(spec -> !spec.isParameter()).toList();
    }

    /** The source text of {@code __torch__.Net}. */
    public static String emit(TrainingProgram program) {
        TorchScriptEmitter emitter = new TorchScriptEmitter(program);
        emitter.attributes();
        emitter.forward("forward_train", true);
        emitter.forward("forward_eval", false);
        emitter.method("forward", "x: Tensor", "Tensor", "    return (self).forward_eval(x, )\n");
        emitter.evaluate();
        emitter.trainStep();
        emitter.method("parameters_list", "", "List[Tensor]", "    return " + detached(emitter.parameters) + "\n");
        emitter.method("buffers_list", "", "List[Tensor]", "    return " + detached(emitter.buffers) + "\n");
        return emitter.text.toString();
    }

    private void attributes() {
        text.append("  __parameters__ = ").append(quoted(parameters)).append('\n');
        text.append("  __buffers__ = ").append(quoted(buffers)).append('\n');
        parameters.forEach(spec -> text.append("  ").append(spec.name()).append(" : Tensor\n"));
        buffers.forEach(spec -> text.append("  ").append(spec.name()).append(" : Tensor\n"));
        text.append("  training : bool\n");
    }

    private void method(String name, String arguments, String result, String body) {
        text.append("  def ").append(name).append('(').append(SELF);
        if (!arguments.isEmpty()) {
            text.append(",\n    ").append(arguments);
        }
        text.append(") -> ").append(result).append(":\n").append(body);
    }

    /** In training a list with the output and the auxiliary outputs, else the output. */
    private void forward(String name, boolean training) {
        Network network = training ? program.network() : program.network().served();
        StringBuilder body = new StringBuilder();
        int index = 0;
        boolean arranged = !training || program.network().output().shape().rank() == 0;
        for (Node node : network.nodes()) {
            NodeScope scope = new NodeScope(node, index++, training, program, body);
            String expression = node.layer().torchScript(scope);
            body.append("    ")
                    .append(NodeScope.variable(node.name()))
                    .append(" = ")
                    .append(expression)
                    .append('\n');
            if (!arranged && node.shape().channels() > 1) {
                channelsLast(NodeScope.variable(node.name()), node.shape().rank(), body);
                arranged = true;
            }
        }
        List<String> outputs = Stream.concat(
                        Stream.of(network.output().name()),
                        network.auxiliaries().stream().map(Auxiliary::node))
                .map(node -> "torch.to(" + NodeScope.variable(node) + ", 6)")
                .toList();
        body.append("    return ")
                .append(training ? "[" + String.join(", ", outputs) + "]" : outputs.getFirst())
                .append('\n');
        method(name, "x: Tensor", training ? "List[Tensor]" : "Tensor", body.toString());
    }

    /**
     * Lays the channels of a voxel beside each other in memory, and with them those of all that follows. On processors a step of a
     * U-Net takes a fifth less time; networks that end in a vector have small maps and many channels, and would take longer.
     */
    private static void channelsLast(String variable, int rank, StringBuilder body) {
        int format = rank == 2 ? CHANNELS_LAST : CHANNELS_LAST_OF_VOLUMES;
        body.append("    if ops.prim.is_cuda(").append(variable).append("):\n      pass\n    else:\n      ");
        body.append(variable).append(" = torch.contiguous(").append(variable);
        body.append(", memory_format=").append(format).append(")\n");
    }

    private void evaluate() {
        StringBuilder body = new StringBuilder("    output = (self).forward_eval(x, )\n");
        String loss = program.loss()
                .torchScript(new BodyLossScope(program.network().output().shape(), "output", "y", body));
        body.append("    loss = ").append(loss).append('\n');
        body.append("    return [torch.detach(loss), torch.detach(output)]\n");
        method("evaluate", "x: Tensor,\n    y: Tensor", "List[Tensor]", body.toString());
    }

    private void trainStep() {
        method(
                "gradients_of",
                "x: Tensor,\n    y: Tensor",
                "List[Tensor]",
                new GradientText(program, parameters).body());
        StringBuilder body = new StringBuilder();
        int parts = program.options().microBatches();
        if (parts == 1) {
            body.append("    found = (self).gradients_of(x, y, )\n");
        } else {
            body.append("    size = torch.floordiv(torch.size(x, 0), ")
                    .append(parts)
                    .append(")\n");
            body.append("    found = (self).gradients_of(torch.slice(x, 0, 0, size), torch.slice(y, 0, 0, size), )\n");
            body.append("    for part in range(").append(parts - 1).append("):\n");
            body.append("      start = torch.mul(torch.add(part, 1), size)\n");
            body.append("      end = torch.add(start, size)\n");
            body.append(
                    "      more = (self).gradients_of(torch.slice(x, 0, start, end), torch.slice(y, 0, start, end), )\n");
            body.append("      torch._foreach_add_(found, more)\n");
            body.append("    torch._foreach_mul_(found, ").append(1.0 / parts).append(")\n");
        }
        body.append("    loss = found[0]\n");
        body.append("    gradients = torch.slice(found, 1, None, 1)\n");
        if (Double.isFinite(program.options().gradientNormLimit())) {
            clip(body);
        }
        update(body);
        if (program.options().averages()) {
            average(body);
        }
        body.append("    return loss\n");
        method("train_step", "x: Tensor,\n    y: Tensor,\n    lr: Tensor", "Tensor", body.toString());
    }

    /** The first steps count more, so that the initial values are soon forgotten. */
    private void average(StringBuilder body) {
        List<TensorSpec> own = program.network().tensors();
        body.append("    weight = torch.clamp(torch.mul(torch.reciprocal(torch.add(self.")
                .append(TrainingProgram.STEP)
                .append(", 10)), 9), ")
                .append(1 - program.options().averageDecay())
                .append(")\n");
        body.append("    averages = [")
                .append(own.stream()
                        .map(spec -> "self." + TrainingProgram.slotName(TrainingProgram.AVERAGE, spec.name()))
                        .collect(Collectors.joining(", ")))
                .append("]\n");
        body.append("    torch._foreach_lerp_(averages, ").append(detached(own)).append(", float(weight))\n");
        read("averages", body);
    }

    private void clip(StringBuilder body) {
        body.append("    norms = torch._foreach_norm(gradients, 2)\n");
        body.append("    norm = torch.linalg_vector_norm(torch.stack(norms, 0))\n");
        body.append("    scale = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1.0e-06)), ")
                .append(program.options().gradientNormLimit())
                .append("), None, 1.)\n");
        body.append("    torch._foreach_mul_(gradients, scale)\n");
    }

    private void update(StringBuilder body) {
        body.append("    _stepped = torch.add_(self.optimizer_step, 1)\n");
        body.append("    rate = float(lr)\n");
        body.append("    parameters = ").append(detached(parameters)).append('\n');
        String step = "self." + TrainingProgram.STEP;
        body.append("    steps = [")
                .append(parameters.stream().map(spec -> step).collect(Collectors.joining(", ")))
                .append("]\n");
        for (String slot : program.optimizer().slots()) {
            String tensors = parameters.stream()
                    .map(spec -> "self." + TrainingProgram.slotName(slot, spec.name()))
                    .collect(Collectors.joining(", ", "[", "]"));
            body.append("    ").append(slot).append(" = ").append(tensors).append('\n');
        }
        body.append("    ").append(program.optimizer().torchScript()).append('\n');
        read("parameters", body);
    }

    /** Reading a list after its update keeps the engine from removing the update as dead code. */
    private static void read(String list, StringBuilder body) {
        body.append("    if torch.eq(torch.len(").append(list).append("), 0):\n");
        body.append("      ops.prim.RaiseException(\"nothing to update\", \"builtins.ValueError\")\n");
        body.append("    else:\n      pass\n");
    }

    private static String quoted(List<TensorSpec> specs) {
        return specs.stream().map(spec -> '"' + spec.name() + "\", ").collect(Collectors.joining("", "[", "]"));
    }

    private static String detached(List<TensorSpec> specs) {
        return specs.stream()
                .map(spec -> "torch.detach(self." + spec.name() + ")")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
