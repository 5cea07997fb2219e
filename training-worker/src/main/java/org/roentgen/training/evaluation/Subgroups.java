package org.roentgen.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.training.task.Evaluation.CaseResult;

/**
 * Judges groups of test cases beside all of them. A metric of a group is a gap when even the upper end of its interval is below
 * the value of all cases, or when it is more than {@link #MARGIN} below; the latter not in groups of fewer than {@link #FEW}
 * cases, where chance alone does that.
 */
public final class Subgroups {
    /** How much worse than all cases a group may be. */
    public static final double MARGIN = 0.05;

    /** Groups with fewer cases are marked as small. */
    public static final int FEW = 20;

    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 0.95, 1);

    private Subgroups() {}

    /**
     * By attribute, then value; empty where nothing is known of any case.
     *
     * @param attributes of the cases by their id
     * @param threshold the operating point of a model with two classes
     */
    public static List<Subgroup> of(
            List<CaseResult> results, Map<String, Map<CaseAttribute, String>> attributes, Optional<Double> threshold) {
        CaseStatistics statistics = new CaseStatistics(results);
        Map<String, ToDoubleFunction<int[]>> headlines = statistics.headlines(threshold);
        List<Subgroup> groups = new ArrayList<>();
        for (CaseAttribute attribute : CaseAttribute.values()) {
            Map<String, List<Integer>> members = new TreeMap<>();
            for (int index = 0; index < results.size(); index++) {
                String value = attributes
                        .getOrDefault(results.get(index).id(), Map.of())
                        .getOrDefault(attribute, Subgroup.UNKNOWN);
                members.computeIfAbsent(value, _ -> new ArrayList<>()).add(index);
            }
            if (members.size() == 1 && members.containsKey(Subgroup.UNKNOWN)) {
                continue;
            }
            members.forEach((value, cases) -> groups.add(judge(attribute, value, cases, results.size(), headlines)));
        }
        return groups;
    }

    private static Subgroup judge(
            CaseAttribute attribute,
            String value,
            List<Integer> members,
            int all,
            Map<String, ToDoubleFunction<int[]>> headlines) {
        int[] group = members.stream().mapToInt(Integer::intValue).toArray();
        int[] everyone = new int[all];
        Arrays.setAll(everyone, index -> index);
        boolean isSmall = group.length < FEW;
        Map<String, Bootstrap.Interval> metrics = new TreeMap<>();
        List<String> gaps = new ArrayList<>();
        headlines.forEach((name, statistic) -> {
            Bootstrap.Interval interval = BOOTSTRAP.interval(group.length, drawn -> {
                int[] cases = new int[drawn.length];
                Arrays.setAll(cases, place -> group[drawn[place]]);
                return statistic.applyAsDouble(cases);
            });
            if (Double.isNaN(interval.estimate())) {
                return;
            }
            metrics.put(name, interval);
            double whole = statistic.applyAsDouble(everyone);
            if (interval.upper() < whole || (!isSmall && interval.estimate() < whole - MARGIN)) {
                gaps.add(name);
            }
        });
        return new Subgroup(attribute, value, group.length, metrics, isSmall, gaps);
    }
}
