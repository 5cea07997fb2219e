package org.roentgen.network.torchscript;

import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.Node;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.TrainingProgram.Precision;
import org.roentgen.network.layer.TorchScriptScope;

/** Names in the text of one node. */
final class NodeScope implements TorchScriptScope {
    private static final int LARGE_PRIME = 1_000_003;

    private final Node node;
    private final int index;
    private final boolean training;
    private final TrainingProgram program;
    private final StringBuilder body;
    private int kept;

    NodeScope(Node node, int index, boolean training, TrainingProgram program, StringBuilder body) {
        this.node = node;
        this.index = index;
        this.training = training;
        this.program = program;
        this.body = body;
    }

    static String variable(String node) {
        return node.equals(Network.INPUT) ? "x" : "v_" + node;
    }

    @Override
    public String input(int position) {
        return variable(node.inputs().get(position));
    }

    @Override
    public FeatureShape inputShape(int position) {
        return node.inputShapes().get(position);
    }

    @Override
    public int inputs() {
        return node.inputs().size();
    }

    @Override
    public String tensor(String localName) {
        String name = node.tensorName(localName);
        boolean averaged = program.options().averages() && !training;
        return "self." + (averaged ? TrainingProgram.slotName(TrainingProgram.AVERAGE, name) : name);
    }

    @Override
    public boolean training() {
        return training && !program.frozen().contains(node.name());
    }

    @Override
    public String compute(String expression) {
        return program.precision() == Precision.BFLOAT16 ? "torch.to(" + expression + ", 15)" : expression;
    }

    @Override
    public String keep(String expression) {
        String name = variable(node.name()) + "_" + kept++;
        body.append("    ").append(name).append(" = ").append(expression).append('\n');
        return name;
    }

    @Override
    public String generator() {
        String seed = keep("int(self." + TrainingProgram.RANDOM_SEED + ") * " + LARGE_PRIME + " + int(self."
                + TrainingProgram.RANDOM_COUNTER + ") * 4099 + " + index);
        return keep("torch.Generator(device=ops.prim.device(" + input(0) + "), seed=" + seed + ")");
    }
}
