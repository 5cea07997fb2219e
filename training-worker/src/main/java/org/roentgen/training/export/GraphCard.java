package org.roentgen.training.export;

import java.util.Locale;
import java.util.stream.Collectors;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.domain.model.TensorDescription;
import org.roentgen.imaging.prediction.InferencePlan;

/** What the card of an exported package says of its graph. */
final class GraphCard {
    private GraphCard() {}

    static String of(ServingGraph form, ParityReport parity) {
        StringBuilder text = new StringBuilder("\n## The graph of this package\n");
        String before = form.steps().outside().steps().isEmpty()
                ? "nothing before it"
                : "before it, in this order: " + form.steps().outside().steps();
        text.append("- Input ")
                .append(describe(form.input()))
                .append("; ")
                .append(before)
                .append('\n');
        if (!form.steps().inside().isEmpty()) {
            text.append("- Done inside: ").append(form.steps().inside()).append('\n');
        }
        text.append("- Outputs: ").append(outputs(form)).append('\n');
        if (form.labels()) {
            text.append(
                    form.judgesFindings()
                            ? "- Labels: 1 for a finding of a probability above 0.5, else 0; not by operating points\n"
                            : "- Labels: the most probable class; not by operating points\n");
        }
        InferencePlan plan = form.plan();
        text.append("- Around it: images ")
                .append(plan.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!plan.mirrorAxes().isEmpty()) {
            text.append(", probabilities averaged over mirrorings along the axes ")
                    .append(plan.mirrorAxes());
        }
        if (plan.cleanup() != InferencePlan.Cleanup.NONE) {
            text.append(", then ").append(plan.cleanup());
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%n- Against the platform's own way: largest difference of a probability %.2e on %d images of noise"
                                + " (tolerance %.0e)%n",
                        parity.maxAbsDifference(),
                        parity.inputs(),
                        parity.tolerance()))
                .toString();
    }

    static String outputs(ServingGraph form) {
        return form.outputs().stream().map(GraphCard::describe).collect(Collectors.joining("; "));
    }

    private static String describe(TensorDescription tensor) {
        return tensor.name() + " " + tensor.elementType() + " " + tensor.shape();
    }
}
