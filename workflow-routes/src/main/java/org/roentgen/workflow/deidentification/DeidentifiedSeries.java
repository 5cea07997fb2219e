package org.roentgen.workflow.deidentification;

import java.util.List;
import java.util.UUID;
import org.roentgen.domain.inference.InstanceReference;

/**
 * Output of a DEIDENTIFY step.
 *
 * @param record of what was done
 * @param seriesInstanceUid pseudonymous
 * @param instances pseudonymous, in the order of the originals' instance numbers
 */
public record DeidentifiedSeries(
        String profile, int profileVersion, UUID record, String seriesInstanceUid, List<InstanceReference> instances) {
    public DeidentifiedSeries {
        instances = List.copyOf(instances);
    }
}
