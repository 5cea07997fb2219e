package org.roentgen.domain.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One case: an image and its reference standard. Segmentation has a {@code mask}, classification a {@code label}, multi-label
 * classification {@code labels}.
 *
 * @param id pseudonymous, unique in the dataset version
 * @param patient pseudonymous; the unit of splitting
 * @param labels values of the findings that are present, ascending; none where the image is normal
 * @param attributes what is known of patient and device; older manifests have none
 */
public record DatasetCase(
        String id,
        String patient,
        Split split,
        ImageReference image,
        Optional<ImageReference> mask,
        OptionalInt label,
        List<Integer> labels,
        Map<CaseAttribute, String> attributes) {
    public DatasetCase {
        labels = labels == null ? List.of() : List.copyOf(labels);
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** A case of whose patient and device nothing is known. */
    public DatasetCase(
            String id,
            String patient,
            Split split,
            ImageReference image,
            Optional<ImageReference> mask,
            OptionalInt label,
            List<Integer> labels) {
        this(id, patient, split, image, mask, label, labels, Map.of());
    }

    /** The same in another split. */
    public DatasetCase withSplit(Split other) {
        return new DatasetCase(id, patient, other, image, mask, label, labels, attributes);
    }

    /** A case with a mask, a class, or neither. */
    public DatasetCase(
            String id,
            String patient,
            Split split,
            ImageReference image,
            Optional<ImageReference> mask,
            OptionalInt label) {
        this(id, patient, split, image, mask, label, List.of());
    }
}
