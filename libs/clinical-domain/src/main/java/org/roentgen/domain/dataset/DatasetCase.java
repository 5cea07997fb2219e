package org.roentgen.domain.dataset;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One case: an image and its reference standard. Segmentation has a {@code mask}, classification a {@code label}.
 *
 * @param id pseudonymous, unique in the dataset version
 * @param patient pseudonymous; the unit of splitting
 */
public record DatasetCase(
        String id,
        String patient,
        Split split,
        ImageReference image,
        Optional<ImageReference> mask,
        OptionalInt label) {}
