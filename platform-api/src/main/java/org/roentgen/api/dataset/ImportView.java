package org.roentgen.api.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.store.entity.DatasetImport;

/** An import and what became of it. */
public record ImportView(
        UUID id,
        String datasetName,
        DatasetImport.Format format,
        DatasetImport.State state,
        List<ImportProblem> problems,
        Optional<UUID> datasetVersionId,
        String createdBy,
        Instant createdAt,
        Optional<Instant> finishedAt) {}
