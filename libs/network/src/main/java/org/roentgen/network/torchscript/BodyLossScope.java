package org.roentgen.network.torchscript;

import org.roentgen.network.FeatureShape;
import org.roentgen.network.loss.LossScope;

/** Names in the text of the loss. */
final class BodyLossScope implements LossScope {
    private final FeatureShape outputShape;
    private final String output;
    private final String target;
    private final StringBuilder body;
    private int kept;

    /**
     * @param output variable of the scores, after which the loss's own variables are named
     * @param target variable of the target
     */
    BodyLossScope(FeatureShape outputShape, String output, String target, StringBuilder body) {
        this.outputShape = outputShape;
        this.output = output;
        this.target = target;
        this.body = body;
    }

    @Override
    public String output() {
        return output;
    }

    @Override
    public FeatureShape outputShape() {
        return outputShape;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public String buffer(String name) {
        return "self." + name;
    }

    @Override
    public String keep(String expression) {
        String name = output + "_" + target + "_" + kept++;
        body.append("    ").append(name).append(" = ").append(expression).append('\n');
        return name;
    }
}
