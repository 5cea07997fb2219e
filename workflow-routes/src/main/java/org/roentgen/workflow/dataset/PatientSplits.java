package org.roentgen.workflow.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.roentgen.domain.dataset.Split;

/**
 * Assigns patients to splits: all cases of a patient, and of patients who share an image, go to one split; each stratum is
 * spread over the splits by the fractions. The same cases and seed give the same splits, in whatever order the cases come.
 */
final class PatientSplits {
    private PatientSplits() {}

    /** @return the split of each patient */
    static Map<String, Split> assign(List<ImportedCase> cases, SplitFractions fractions, long seed) {
        Map<String, String> groups = groups(cases);
        Map<String, String> stratumOfGroup = new TreeMap<>();
        for (ImportedCase one : cases) {
            stratumOfGroup.merge(groupOf(groups, one.patient()), one.stratum(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        Map<String, List<String>> strata = new TreeMap<>(stratumOfGroup.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        Map<String, Split> splitOfGroup = new HashMap<>();
        Map<Split, Integer> assigned = new EnumMap<>(Split.class);
        Random random = new Random(seed);
        for (List<String> stratum : strata.values()) {
            List<String> shuffled = new ArrayList<>(stratum);
            Collections.sort(shuffled);
            Collections.shuffle(shuffled, random);
            for (String group : shuffled) {
                Split split = furthestBehind(fractions, assigned, splitOfGroup.size() + 1);
                assigned.merge(split, 1, Integer::sum);
                splitOfGroup.put(group, split);
            }
        }
        Map<String, Split> splits = new HashMap<>();
        for (ImportedCase one : cases) {
            splits.put(one.patient(), splitOfGroup.getOrDefault(groupOf(groups, one.patient()), Split.TRAIN));
        }
        return splits;
    }

    private static Split furthestBehind(SplitFractions fractions, Map<Split, Integer> assigned, int total) {
        Split furthest = Split.TRAIN;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Split, Double> fraction : fractions.bySplit().entrySet()) {
            double behind = fraction.getValue() * total - assigned.getOrDefault(fraction.getKey(), 0);
            if (fraction.getValue() > 0 && behind > most) {
                most = behind;
                furthest = fraction.getKey();
            }
        }
        return furthest;
    }

    /** Joins patients who share an image: parent links of a disjoint-set forest, the smallest name on top. */
    private static Map<String, String> groups(List<ImportedCase> cases) {
        Map<String, String> parents = new HashMap<>();
        Map<String, String> patientOfImage = new HashMap<>();
        for (ImportedCase one : cases) {
            String other = patientOfImage.putIfAbsent(one.contentHash(), one.patient());
            if (other != null) {
                join(parents, other, one.patient());
            }
        }
        return parents;
    }

    private static void join(Map<String, String> parents, String one, String other) {
        String first = groupOf(parents, one);
        String second = groupOf(parents, other);
        if (first.compareTo(second) < 0) {
            parents.put(second, first);
        } else if (first.compareTo(second) > 0) {
            parents.put(first, second);
        }
    }

    private static String groupOf(Map<String, String> parents, String patient) {
        String group = patient;
        while (parents.containsKey(group)) {
            group = parents.getOrDefault(group, group);
        }
        return group;
    }
}
