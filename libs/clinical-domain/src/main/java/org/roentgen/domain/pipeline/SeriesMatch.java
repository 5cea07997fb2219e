package org.roentgen.domain.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which series a pipeline takes. Every condition that is present must hold.
 *
 * @param modality Modality (0008,0060) is one of these; empty: any
 * @param seriesDescription regular expression found, ignoring case, in Series Description (0008,103E)
 * @param bodyPart regular expression found, ignoring case, in Body Part Examined (0018,0015)
 * @param sourceAeTitle the study came from one of these; empty: any
 * @param minimumInstances fewest instances of the series; 1 where absent
 */
public record SeriesMatch(
        List<String> modality,
        Optional<String> seriesDescription,
        Optional<String> bodyPart,
        List<String> sourceAeTitle,
        Optional<Integer> minimumInstances) {

    /** What the rules look at of a series of a complete study. */
    public record Candidate(
            String modality, String seriesDescription, String bodyPart, String sourceAeTitle, int instances) {}

    public SeriesMatch(
            @Nullable List<String> modality,
            Optional<String> seriesDescription,
            Optional<String> bodyPart,
            @Nullable List<String> sourceAeTitle,
            Optional<Integer> minimumInstances) {
        this.modality = modality == null ? List.of() : List.copyOf(modality);
        this.seriesDescription = seriesDescription;
        this.bodyPart = bodyPart;
        this.sourceAeTitle = sourceAeTitle == null ? List.of() : List.copyOf(sourceAeTitle);
        this.minimumInstances = minimumInstances;
    }

    /** Whether the pipeline takes this series. */
    public boolean accepts(Candidate candidate) {
        return (modality.isEmpty() || modality.contains(candidate.modality()))
                && (sourceAeTitle.isEmpty() || sourceAeTitle.contains(candidate.sourceAeTitle()))
                && candidate.instances() >= minimumInstances.orElse(1)
                && found(seriesDescription, candidate.seriesDescription())
                && found(bodyPart, candidate.bodyPart());
    }

    /** What is wrong with it, a line each with the fix; empty if it is valid. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        checkExpression("seriesDescription", seriesDescription, problems);
        checkExpression("bodyPart", bodyPart, problems);
        if (minimumInstances.isPresent() && minimumInstances.get() < 1) {
            problems.add("match: minimumInstances " + minimumInstances.get() + " must be at least 1");
        }
        if (modality.isEmpty() && seriesDescription.isEmpty() && bodyPart.isEmpty()) {
            problems.add("match: takes every series: give at least one of modality, seriesDescription, bodyPart");
        }
        return problems;
    }

    private static boolean found(Optional<String> expression, String value) {
        return expression.isEmpty()
                || Pattern.compile(expression.get(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(value)
                        .find();
    }

    private static void checkExpression(String name, Optional<String> expression, List<String> problems) {
        if (expression.isEmpty()) {
            return;
        }
        try {
            Pattern.compile(expression.get());
        } catch (PatternSyntaxException e) {
            problems.add("match: " + name + " is not a regular expression: " + e.getDescription() + " at index "
                    + e.getIndex());
        }
    }
}
