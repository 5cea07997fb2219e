package org.roentgen.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.roentgen.training.task.Evaluation.CaseResult;

/**
 * What the results of single cases add up to, for any choice of them. Results of a classification hold the {@code label}, those
 * of several findings at once a {@code label} for each, both the {@code probability} of each; those of a segmentation the
 * {@code dice} of each label and their mean.
 */
final class CaseStatistics {
    private final int cases;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, double[]> means = new TreeMap<>();

    CaseStatistics(List<CaseResult> results) {
        cases = results.size();
        if (results.isEmpty()) {
            return;
        }
        Map<String, Double> first = results.getFirst().values();
        int classes = (int) IntStream.iterate(0, label -> label + 1)
                .takeWhile(label -> first.containsKey(CaseResult.probability(label)))
                .count();
        if (first.containsKey("label") && classes > 0) {
            classification(results, classes);
        } else if (first.containsKey("label.0")) {
            for (int label = 0; label < classes; label++) {
                addFinding(
                        "auc." + label,
                        column(results, "label." + label),
                        1,
                        column(results, CaseResult.probability(label)));
            }
        }
        first.keySet().stream()
                .filter(name -> name.equals("dice") || name.startsWith("dice."))
                .forEach(name -> means.put(name, column(results, name)));
    }

    private void classification(List<CaseResult> results, int classes) {
        double[] truths = column(results, "label");
        double[][] scores = new double[classes][];
        for (int label = 0; label < classes; label++) {
            scores[label] = column(results, CaseResult.probability(label));
        }
        double[] right = new double[truths.length];
        for (int i = 0; i < truths.length; i++) {
            int best = 0;
            for (int label = 1; label < classes; label++) {
                best = scores[label][i] > scores[best][i] ? label : best;
            }
            right[i] = best == (int) truths[i] ? 1 : 0;
        }
        means.put("accuracy", right);
        for (int label = classes == 2 ? 1 : 0; label < classes; label++) {
            addFinding(classes == 2 ? "auc" : "auc." + label, truths, label, scores[label]);
        }
    }

    private void addFinding(String name, double[] truths, int label, double[] scores) {
        boolean[] positive = new boolean[truths.length];
        for (int i = 0; i < truths.length; i++) {
            positive[i] = (int) truths[i] == label;
        }
        findings.add(new Finding(name, scores, positive));
    }

    private static double[] column(List<CaseResult> results, String name) {
        return results.stream()
                .mapToDouble(result -> result.values().getOrDefault(name, Double.NaN))
                .toArray();
    }

    int cases() {
        return cases;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Means over the cases, such as accuracy and Dice, by name. */
    Map<String, ToDoubleFunction<int[]>> means() {
        Map<String, ToDoubleFunction<int[]>> statistics = new LinkedHashMap<>();
        means.forEach((name, values) -> statistics.put(name, chosen -> mean(values, chosen)));
        return statistics;
    }

    /** What groups of cases are judged by; the rates at a threshold for two classes only. */
    Map<String, ToDoubleFunction<int[]>> headlines(Optional<Double> threshold) {
        Map<String, ToDoubleFunction<int[]>> statistics = new LinkedHashMap<>();
        if (!findings.isEmpty()) {
            statistics.put("auc", this::auc);
        }
        if (findings.size() == 1 && threshold.isPresent()) {
            Finding only = findings.getFirst();
            statistics.put("sensitivity", chosen -> only.sensitivity(chosen, threshold.get()));
            statistics.put("specificity", chosen -> only.specificity(chosen, threshold.get()));
        }
        means.forEach((name, values) -> {
            if (!name.contains(".")) {
                statistics.put(name, chosen -> mean(values, chosen));
            }
        });
        return statistics;
    }

    /** Of two classes, or the mean of those classes that the cases allow to judge. */
    double auc(int[] chosen) {
        return findings.stream()
                .mapToDouble(finding -> finding.auc(chosen))
                .filter(auc -> !Double.isNaN(auc))
                .average()
                .orElse(Double.NaN);
    }

    private static double mean(double[] values, int[] chosen) {
        return Arrays.stream(chosen)
                .mapToDouble(index -> values[index])
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
