package org.roentgen.workflow.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds images with equal pixels. */
final class Duplicates {
    private Duplicates() {}

    /** A warning for each image that equals an earlier one. */
    static List<Problem> find(List<ImportedCase> cases) {
        Map<String, ImportedCase> seen = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (ImportedCase one : cases) {
            ImportedCase earlier = seen.putIfAbsent(one.contentHash(), one);
            if (earlier != null) {
                problems.add(Problem.warning(
                        one.identity().file(),
                        "has the same pixels as " + earlier.identity().file(),
                        earlier.declared().equals(one.declared())
                                ? "both stay in one split; remove one if it was not meant"
                                : "the source puts them into different splits, which flatters the result: remove one"));
            }
        }
        return problems;
    }
}
