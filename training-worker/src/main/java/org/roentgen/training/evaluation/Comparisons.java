package org.roentgen.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.imaging.metrics.DeLong;
import org.roentgen.imaging.metrics.PairedDifference;
import org.roentgen.training.task.Evaluation.CaseResult;

/** Tests whether two models differ on the cases that both were run on. */
final class Comparisons {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 0.95, 1);

    private Comparisons() {}

    /** @param reference results of the other model; results of other cases do not count */
    static Comparison of(ObjectId other, List<CaseResult> results, List<CaseResult> reference, int excluded) {
        Map<String, CaseResult> byCase =
                reference.stream().collect(Collectors.toMap(CaseResult::id, Function.identity()));
        List<CaseResult> ours = results.stream()
                .filter(result -> byCase.containsKey(result.id()))
                .toList();
        List<CaseResult> theirs = ours.stream()
                .map(result -> Objects.requireNonNull(byCase.get(result.id())))
                .toList();
        CaseStatistics first = new CaseStatistics(ours);
        CaseStatistics second = new CaseStatistics(theirs);
        List<Comparison.Metric> metrics = new ArrayList<>();
        for (int i = 0; i < Math.min(first.findings().size(), second.findings().size()); i++) {
            Finding one = first.findings().get(i);
            Finding another = second.findings().get(i);
            if (one.canBeCompared()) {
                metrics.add(metric(
                        one.name(),
                        DeLong.compare(one.scores(), another.scores(), one.positive()),
                        Comparison.Method.DELONG));
            }
        }
        if (first.findings().size() > 1
                && first.findings().size() == second.findings().size()) {
            metrics.add(metric(
                    "auc", BOOTSTRAP.paired(ours.size(), first::auc, second::auc), Comparison.Method.PAIRED_BOOTSTRAP));
        }
        Map<String, ToDoubleFunction<int[]>> references = second.means();
        first.means().forEach((name, statistic) -> {
            ToDoubleFunction<int[]> counterpart = references.get(name);
            if (counterpart != null && !ours.isEmpty()) {
                metrics.add(metric(
                        name,
                        BOOTSTRAP.paired(ours.size(), statistic, counterpart),
                        Comparison.Method.PAIRED_BOOTSTRAP));
            }
        });
        return metrics.isEmpty()
                ? Comparison.refused(other, excluded, "no test case is left on which both can be judged")
                : new Comparison(other, ours.size(), excluded, metrics, Optional.empty());
    }

    private static Comparison.Metric metric(String name, PairedDifference compared, Comparison.Method method) {
        return new Comparison.Metric(
                name,
                compared.first(),
                compared.second(),
                compared.difference().estimate(),
                compared.difference().lower(),
                compared.difference().upper(),
                compared.pValue(),
                method);
    }
}
