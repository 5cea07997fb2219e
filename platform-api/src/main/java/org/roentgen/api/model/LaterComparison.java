package org.roentgen.api.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.roentgen.domain.error.Cause;
import org.roentgen.store.entity.JobRecord;

/**
 * A version beside the version in production, run after the version was registered.
 *
 * @param state of the job
 * @param comparison of the form of {@code comparison} in {@code evaluation.json}; empty until the job has ended well
 */
public record LaterComparison(JobRecord.State state, Optional<Cause> cause, Optional<JsonNode> comparison) {}
