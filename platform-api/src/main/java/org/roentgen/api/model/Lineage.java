package org.roentgen.api.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a model version came from.
 *
 * @param codeVersion of the worker that made the package; empty where the package has no manifest
 * @param software versions of what it was made with, natives among them; empty for older packages
 * @param training empty for a model from elsewhere
 */
public record Lineage(
        String packageObjectId,
        Optional<String> codeVersion,
        Map<String, String> software,
        Optional<Training> training) {
    /**
     * The training and its data.
     *
     * @param startedFrom model version whose weights it started from
     * @param cases those that were asked for, of {@code caseCount}
     */
    public record Training(
            UUID runId,
            String startedBy,
            Instant startedAt,
            Optional<UUID> startedFrom,
            Data data,
            int caseCount,
            List<Case> cases) {}

    /** A data set version; its manifest is named by the hash of its content. */
    public record Data(UUID datasetVersionId, String name, int version, String manifestObjectId) {}

    /** A case with its pseudonymous patient and the hashes of its image and, where it has one, its mask. */
    public record Case(String id, String patient, String split, String imageObjectId, Optional<String> maskObjectId) {}
}
