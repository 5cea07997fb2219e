package org.roentgen.workflow.dataset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roentgen.domain.dataset.Split;

/**
 * Decides each case's split. What the source names is kept, except that a data set must have a test and a tune part: where only
 * train and tune are named, tune becomes the test part; a missing tune part is split off train.
 */
final class SplitPlan {
    private SplitPlan() {}

    /** @return the split of each case by its id */
    static Map<String, Split> assign(List<ImportedCase> cases, ImportOptions options) {
        Set<Split> named = EnumSet.noneOf(Split.class);
        cases.forEach(one -> one.declared().ifPresent(named::add));
        List<ImportedCase> free = new ArrayList<>();
        Map<String, Split> splits = new HashMap<>();
        for (ImportedCase one : cases) {
            Optional<Split> kept = one.declared().flatMap(split -> kept(split, named));
            if (kept.isPresent()) {
                splits.put(one.identity().id(), kept.get());
            } else {
                free.add(one);
            }
        }
        boolean testIsFixed = splits.containsValue(Split.TEST);
        SplitFractions fractions = testIsFixed ? options.split().withoutTest() : options.split();
        Map<String, Split> ofPatient = PatientSplits.assign(free, fractions, options.seed());
        free.forEach(one -> splits.put(one.identity().id(), ofPatient.getOrDefault(one.patient(), Split.TRAIN)));
        return splits;
    }

    /** What is wrong with the splits: a patient in two of them, or one without a case. */
    static List<Problem> check(List<ImportedCase> cases, Map<String, Split> splits, ImportOptions options) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Split> first = new HashMap<>();
        for (ImportedCase one : cases) {
            Split split = splits.getOrDefault(one.identity().id(), Split.TRAIN);
            Split other = first.putIfAbsent(one.patient(), split);
            if (other != null && other != split) {
                problems.add(new Problem(
                        options.patients().isEmpty() ? Problem.Severity.WARNING : Problem.Severity.ERROR,
                        one.identity().file(),
                        "its patient is in the splits " + other + " and " + split,
                        "put all images of a patient into one split"));
            }
        }
        for (Split split : Split.values()) {
            boolean wanted = split != Split.TEST || options.split().test() > 0;
            if (wanted && !splits.containsValue(split)) {
                problems.add(Problem.error(
                        "/",
                        "no patient is left for the split " + split + " of " + first.size() + " patients",
                        "give more patients or other fractions in 'split'"));
            }
        }
        return problems;
    }

    private static Optional<Split> kept(Split declared, Set<Split> named) {
        boolean complete = named.contains(Split.TUNE) && named.contains(Split.TEST);
        return switch (declared) {
            case TRAIN -> complete ? Optional.of(Split.TRAIN) : Optional.empty();
            case TUNE -> Optional.of(named.contains(Split.TEST) ? Split.TUNE : Split.TEST);
            case TEST -> Optional.of(Split.TEST);
        };
    }
}
