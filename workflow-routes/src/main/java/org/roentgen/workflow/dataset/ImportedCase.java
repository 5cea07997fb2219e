package org.roentgen.workflow.dataset;

import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.KeyVersion;
import org.roentgen.domain.dataset.Split;

/**
 * A validated case before it is assigned to a split.
 *
 * @param declared the split that the source names
 * @param stratum cases of one stratum are spread evenly over the splits
 * @param contentHash equal for images with equal pixels
 */
record ImportedCase(
        CaseIdentity identity,
        Optional<Split> declared,
        ImageReference image,
        ReferenceStandard standard,
        String stratum,
        String contentHash) {
    /**
     * Who it is, and what the source tells of patient and device.
     *
     * @param key that the pseudonyms were made with; empty where the source came with its own names
     */
    record CaseIdentity(
            String id, String patient, String file, Map<CaseAttribute, String> attributes, Optional<KeyVersion> key) {
        CaseIdentity(String id, String patient, String file, Map<CaseAttribute, String> attributes) {
            this(id, patient, file, attributes, Optional.empty());
        }

        CaseIdentity(String id, String patient, String file) {
            this(id, patient, file, Map.of());
        }
    }

    String patient() {
        return identity.patient();
    }
}
