package org.roentgen.network.torchscript;

import java.util.List;
import java.util.stream.Collectors;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Node;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TrainingProgram;

/**
 * Writes a training program as the text of one TorchScript class with these methods:
 *
 * <ul>
 *   <li>{@code forward_train(x)} and {@code forward_eval(x)}: the network's output in float32; {@code forward} is the latter
 *   <li>{@code evaluate(x, y)}: loss and output in evaluation mode
 *   <li>{@code train_step(x, y, lr)}: forward, loss, gradient, clipping and update; the loss before the update
 *   <li>{@code parameters_list()}, {@code buffers_list()}: all tensors in the order of the program
 * </ul>
 */
public final class TorchScriptEmitter {
    private static final String SELF = "self: __torch__.Net";

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

    private void forward(String name, boolean training) {
        StringBuilder body = new StringBuilder();
        int index = 0;
        for (Node node : program.network().nodes()) {
            NodeScope scope = new NodeScope(node, index++, training, program.precision(), body);
            String expression = node.layer().torchScript(scope);
            body.append("    ")
                    .append(NodeScope.variable(node.name()))
                    .append(" = ")
                    .append(expression)
                    .append('\n');
        }
        String output = NodeScope.variable(program.network().output().name());
        body.append("    return torch.to(").append(output).append(", 6)\n");
        method(name, "x: Tensor", "Tensor", body.toString());
    }

    private void evaluate() {
        StringBuilder body = new StringBuilder("    output = (self).forward_eval(x, )\n");
        loss(body);
        body.append("    return [torch.detach(loss), torch.detach(output)]\n");
        method("evaluate", "x: Tensor,\n    y: Tensor", "List[Tensor]", body.toString());
    }

    private void trainStep() {
        StringBuilder body = new StringBuilder("    _counted = torch.add_(self.random_counter, 1)\n");
        body.append("    output = (self).forward_train(x, )\n");
        loss(body);
        body.append("    found = torch.grad([loss], ").append(list(parameters)).append(", None, None, False, False)\n");
        body.append("    gradients = annotate(List[Tensor], [])\n");
        body.append("    for i in range(torch.len(found)):\n");
        body.append("      _kept = torch.append(gradients, unchecked_cast(Tensor, found[i]))\n");
        if (Double.isFinite(program.gradientNormLimit())) {
            clip(body);
        }
        update(body);
        body.append("    return torch.detach(loss)\n");
        method("train_step", "x: Tensor,\n    y: Tensor,\n    lr: Tensor", "Tensor", body.toString());
    }

    private void loss(StringBuilder body) {
        FeatureShape shape = program.network().output().shape();
        String expression = program.loss().torchScript(new BodyLossScope(shape, body));
        body.append("    loss = ").append(expression).append('\n');
    }

    private void clip(StringBuilder body) {
        body.append("    norms = torch._foreach_norm(gradients, 2)\n");
        body.append("    norm = torch.linalg_vector_norm(torch.stack(norms, 0))\n");
        body.append("    scale = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1.0e-06)), ")
                .append(program.gradientNormLimit())
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
        // Reading the list after the update keeps the engine from removing the update as dead code.
        body.append("    if torch.eq(torch.len(parameters), 0):\n");
        body.append("      ops.prim.RaiseException(\"no parameters\", \"builtins.ValueError\")\n");
        body.append("    else:\n      pass\n");
    }

    private static String quoted(List<TensorSpec> specs) {
        return specs.stream().map(spec -> '"' + spec.name() + "\", ").collect(Collectors.joining("", "[", "]"));
    }

    private static String list(List<TensorSpec> specs) {
        return specs.stream().map(spec -> "self." + spec.name()).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String detached(List<TensorSpec> specs) {
        return specs.stream()
                .map(spec -> "torch.detach(self." + spec.name() + ")")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
