package org.roentgen.training.evaluation;

import java.util.List;
import java.util.Map;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.imaging.metrics.Bootstrap;

/**
 * The cases that share an attribute.
 *
 * @param value such as F, 40-59 or the name of a device; {@code unknown} for those of which it is not known
 * @param metrics with 95% bootstrap intervals; one that these cases do not allow to compute is left out
 * @param isSmall whether there are so few cases that the figures say little
 * @param gaps metrics that are worse than those of all cases, see {@link Subgroups}
 */
public record Subgroup(
        CaseAttribute attribute,
        String value,
        int cases,
        Map<String, Bootstrap.Interval> metrics,
        boolean isSmall,
        List<String> gaps) {
    static final String UNKNOWN = "unknown";
}
