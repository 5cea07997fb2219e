package org.roentgen.domain.pipeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The content of a pipeline version.
 *
 * @param match which series it takes
 * @param steps what is done with them, in order
 */
public record PipelineDefinition(SeriesMatch match, List<StepConfiguration> steps) {
    public PipelineDefinition {
        steps = List.copyOf(steps);
    }

    /** What is wrong with it, a line each with the fix; empty if it may be activated. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(match.problems());
        if (steps.isEmpty()) {
            problems.add("steps: is empty: add at least one step");
        }
        Set<StepKind> seen = EnumSet.noneOf(StepKind.class);
        StepKind last = StepKind.QUALITY_GATE;
        for (StepConfiguration step : steps) {
            StepKind kind = step.stepKind();
            problems.addAll(step.problems());
            if (kind.compareTo(last) < 0) {
                problems.add("steps: " + kind + " stands after " + last + ": the order is QUALITY_GATE, DEIDENTIFY,"
                        + " INFER, RELINK, REVIEW, DELIVER");
            }
            if (!seen.add(kind) && kind != StepKind.DELIVER) {
                problems.add("steps: " + kind + " stands twice: only DELIVER may be repeated");
            }
            last = kind;
        }
        requireBefore(StepKind.INFER, StepKind.DEIDENTIFY, seen, problems);
        requireBefore(StepKind.RELINK, StepKind.INFER, seen, problems);
        requireBefore(StepKind.REVIEW, StepKind.RELINK, seen, problems);
        requireBefore(StepKind.DELIVER, StepKind.RELINK, seen, problems);
        return problems;
    }

    private static void requireBefore(StepKind step, StepKind needed, Set<StepKind> seen, List<String> problems) {
        if (seen.contains(step) && !seen.contains(needed)) {
            problems.add("steps: " + step + " needs a step " + needed + " before it: add one");
        }
    }
}
