package org.roentgen.network.torchscript;

import org.roentgen.network.FeatureShape;
import org.roentgen.network.loss.LossScope;

/** Names in the text of the loss. */
final class BodyLossScope implements LossScope {
    private final FeatureShape outputShape;
    private final StringBuilder body;
    private int kept;

    BodyLossScope(FeatureShape outputShape, StringBuilder body) {
        this.outputShape = outputShape;
        this.body = body;
    }

    @Override
    public String output() {
        return "output";
    }

    @Override
    public FeatureShape outputShape() {
        return outputShape;
    }

    @Override
    public String target() {
        return "y";
    }

    @Override
    public String buffer(String name) {
        return "self." + name;
    }

    @Override
    public String keep(String expression) {
        String name = "loss_" + kept++;
        body.append("    ").append(name).append(" = ").append(expression).append('\n');
        return name;
    }
}
