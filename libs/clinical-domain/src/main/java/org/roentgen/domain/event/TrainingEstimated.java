package org.roentgen.domain.event;

import java.time.Instant;
import java.util.Optional;
import org.roentgen.domain.JobId;

/**
 * What a training would need.
 *
 * @param engineBytes outside of the worker's Java heap: weights, gradients, optimiser, activations
 * @param imageBytes on the worker's Java heap
 * @param text both with their parts, for people
 * @param refusal why it does not fit now, with the fix
 */
public record TrainingEstimated(
        JobId jobId, Instant at, long engineBytes, long imageBytes, String text, Optional<String> refusal)
        implements JobEvent {}
