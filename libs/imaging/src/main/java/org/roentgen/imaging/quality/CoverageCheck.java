package org.roentgen.imaging.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.imaging.label.LabelStatistics;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/** Labels that a split or a mask lacks. */
final class CoverageCheck implements QualityCheck {
    @Override
    public List<QualityFinding> find(List<CaseTraits> cases) {
        Map<String, Set<Integer>> bySplit = new TreeMap<>();
        for (CaseTraits each : cases) {
            bySplit.computeIfAbsent(each.split(), split -> new TreeSet<>()).addAll(labels(each));
        }
        Set<Integer> all =
                bySplit.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        List<QualityFinding> findings = new ArrayList<>();
        bySplit.forEach((split, present) -> {
            Set<Integer> missing = new TreeSet<>(all);
            missing.removeAll(present);
            if (!missing.isEmpty()) {
                findings.add(new QualityFinding(
                        Kind.MISSING_LABEL,
                        Severity.HIGH,
                        List.of(),
                        "No case of the split " + split + " has the label" + (missing.size() > 1 ? "s " : " ")
                                + missing,
                        "Give more cases of it, or other fractions or another seed for the splits"));
            }
        });
        boolean masked = cases.stream().anyMatch(each -> !each.segments().isEmpty());
        cases.stream()
                .filter(each -> masked && !labels(each).containsAll(all))
                .map(each -> lacking(each, all))
                .forEach(findings::add);
        return findings;
    }

    private static Set<Integer> labels(CaseTraits each) {
        return Stream.concat(each.segments().stream().map(LabelStatistics::label), each.classes().values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static QualityFinding lacking(CaseTraits each, Set<Integer> all) {
        Set<Integer> missing = new TreeSet<>(all);
        missing.removeAll(labels(each));
        return new QualityFinding(
                Kind.MISSING_LABEL,
                each.segments().isEmpty() ? Severity.MEDIUM : Severity.LOW,
                List.of(each.id()),
                each.segments().isEmpty() ? "The mask is empty" : "The mask lacks the labels " + missing,
                "Correct it where the structure is there");
    }
}
