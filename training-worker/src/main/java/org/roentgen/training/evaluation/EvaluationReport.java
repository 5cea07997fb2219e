package org.roentgen.training.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.training.task.Evaluation;

/**
 * {@code evaluation.json} of a model package.
 *
 * @param subgroups groups of the test cases by what is known of patients and devices
 * @param variants smaller forms of the model and what they lose
 * @param pictures of the cases that the model did worst on: names of package entries by the ids of the cases
 * @param comparison with the model in production when it was written, if there was one
 */
public record EvaluationReport(
        @JsonUnwrapped Evaluation evaluation,
        List<Subgroup> subgroups,
        Optional<Comparison> comparison,
        List<Variant> variants,
        Map<String, String> pictures) {
    public EvaluationReport {
        subgroups = List.copyOf(subgroups);
        variants = List.copyOf(variants);
        pictures = Map.copyOf(pictures);
    }

    /** The same with pictures. */
    public EvaluationReport withPictures(Map<String, String> shown) {
        return new EvaluationReport(evaluation, subgroups, comparison, variants, shown);
    }
}
