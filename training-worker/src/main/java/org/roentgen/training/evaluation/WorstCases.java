package org.roentgen.training.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.task.Evaluation.CaseResult;

/**
 * Pictures of the test cases that a model did worst on.
 *
 * @param names of package entries by the ids of the cases
 * @param files PNGs by the names of their entries
 */
public record WorstCases(Map<String, String> names, Map<String, byte[]> files) {
    static final int MOST = 12;

    /**
     * Chooses them.
     *
     * @param results the worst first
     * @param pictures of the evaluation that gave the results
     */
    public static WorstCases of(List<CaseResult> results, List<PreparedCase> test, CasePictures pictures) {
        Map<String, PreparedCase> cases =
                test.stream().collect(Collectors.toMap(each -> each.origin().id(), Function.identity()));
        Map<String, String> names = new TreeMap<>();
        Map<String, byte[]> files = new TreeMap<>();
        for (CaseResult result : results.stream().limit(MOST).toList()) {
            PreparedCase each = cases.get(result.id());
            if (each != null) {
                String name = String.format(Locale.ROOT, "picture-%02d.png", names.size() + 1);
                names.put(result.id(), name);
                files.put(name, pictures.png(each));
            }
        }
        return new WorstCases(names, files);
    }
}
