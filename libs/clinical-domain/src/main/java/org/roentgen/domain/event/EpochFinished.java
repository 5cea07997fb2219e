package org.roentgen.domain.event;

import java.time.Instant;
import java.util.Map;
import org.roentgen.domain.JobId;

/** One epoch of a training run, counted from 1; the metrics include {@code trainLoss} and {@code tuneLoss}. */
public record EpochFinished(
        JobId jobId, Instant at, int epoch, int epochs, Map<String, Double> metrics, double secondsLeft)
        implements JobEvent {}
