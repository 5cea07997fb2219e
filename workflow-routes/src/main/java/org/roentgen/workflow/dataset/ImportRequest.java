package org.roentgen.workflow.dataset;

import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.object.ObjectId;

/**
 * A claimed import.
 *
 * @param upload the uploaded file in the de-identified zone; absent for {@link ImportFormat#ARCHIVE}
 */
public record ImportRequest(
        UUID id,
        String datasetName,
        ImportFormat format,
        ImportOptions options,
        Optional<ObjectId> upload,
        String createdBy) {}
