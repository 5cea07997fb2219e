package org.roentgen.workflow.shadow;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.inference.InferenceResult;

/**
 * Compares what two versions said of a series. Segmentations agree where the masks of each label have a Dice that reaches a limit,
 * classifications where the same class is the most probable, findings that may be present together where each is on the same side
 * of a limit. The limits are among the rules of the model.
 */
@ApplicationScoped
class Agreements {
    private static final double SAME_MASK = 0.8;
    private static final double PRESENT = 0.5;
    private final LabelMapOverlap overlap;

    Agreements(LabelMapOverlap overlap) {
        this.overlap = overlap;
    }

    /** The limit of a model whose rules name none. */
    static double usualLimit(Task task) {
        return task == Task.SEGMENTATION ? SAME_MASK : PRESENT;
    }

    /**
     * Compares them.
     *
     * @param limit least Dice, or least probability of a finding that is present; does not matter between classes
     * @throws IOException if the results cannot be compared; its message says why
     */
    Agreement between(Task task, double limit, InferenceResult production, InferenceResult shadow) throws IOException {
        return switch (task) {
            case SEGMENTATION -> masks(limit, production, shadow);
            case CLASSIFICATION -> {
                Map<String, Double> first = probabilities(production);
                Map<String, Double> second = probabilities(shadow);
                yield classes(first, second, mostProbable(first).equals(mostProbable(second)));
            }
            case MULTI_LABEL_CLASSIFICATION -> {
                Map<String, Double> first = probabilities(production);
                Map<String, Double> second = probabilities(shadow);
                yield classes(first, second, present(limit, first).equals(present(limit, second)));
            }
        };
    }

    private Agreement masks(double limit, InferenceResult production, InferenceResult shadow) throws IOException {
        if (production.labelMap().isEmpty() || shadow.labelMap().isEmpty()) {
            throw new IOException("One of the two results has no label map");
        }
        Map<String, Double> dice =
                overlap.dice(production.labelMap().get(), shadow.labelMap().get());
        double mean =
                dice.values().stream().mapToDouble(value -> value).average().orElse(1);
        return new Agreement(dice.values().stream().allMatch(value -> value >= limit), mean, dice);
    }

    private static Agreement classes(Map<String, Double> first, Map<String, Double> second, boolean agrees) {
        Set<String> labels = new TreeSet<>(first.keySet());
        labels.addAll(second.keySet());
        Map<String, Double> byLabel = new TreeMap<>();
        for (String label : labels) {
            byLabel.put(label, 1 - Math.abs(first.getOrDefault(label, 0.0) - second.getOrDefault(label, 0.0)));
        }
        return new Agreement(agrees, byLabel.isEmpty() ? 1 : Collections.min(byLabel.values()), byLabel);
    }

    private static Map<String, Double> probabilities(InferenceResult result) {
        return result.findings().stream().collect(Collectors.toMap(Finding::label, Finding::value, Math::max));
    }

    private static String mostProbable(Map<String, Double> probabilities) {
        return probabilities.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Set<String> present(double limit, Map<String, Double> probabilities) {
        return probabilities.entrySet().stream()
                .filter(finding -> finding.getValue() >= limit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
