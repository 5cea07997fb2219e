package org.roentgen.workflow.deidentification;

import java.util.List;
import org.roentgen.domain.inference.InstanceReference;

/**
 * Output of a DEIDENTIFY step.
 *
 * @param seriesInstanceUid pseudonymous
 * @param instances pseudonymous, in the order of the originals' instance numbers
 */
public record DeidentifiedSeries(String profile, String seriesInstanceUid, List<InstanceReference> instances) {
    public DeidentifiedSeries {
        instances = List.copyOf(instances);
    }
}
