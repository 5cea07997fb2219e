package org.roentgen.inference.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.InferenceCompleted;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.inference.InferenceResult;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.inference.engine.DeviceChoice;
import org.roentgen.inference.series.SeriesInference;

/** Turns a job into its end event: completed, or failed with a cause. */
@ApplicationScoped
@RegisterForReflection
public class InferenceJobs {
    private static final Logger LOG = Logger.getLogger(InferenceJobs.class);
    private static final String WORKER = "inference-worker";
    private final ObjectMapper json;
    private final SeriesInference inference;
    private final JobEvents events;
    private final DeviceChoice device;
    private final MeterRegistry metrics;

    InferenceJobs(
            ObjectMapper json,
            SeriesInference inference,
            JobEvents events,
            DeviceChoice device,
            MeterRegistry metrics) {
        this.json = json;
        this.inference = inference;
        this.events = events;
        this.device = device;
        this.metrics = metrics;
    }

    /** @return the JSON of the end event */
    public String run(String message) throws JsonProcessingException {
        InferenceJob job = (InferenceJob) json.readValue(message, Job.class);
        events.sendNow(new JobStarted(job.jobId(), Instant.now(), WORKER, device.name(), 0));
        JobEvent end = outcome(job);
        metrics.counter("roentgen.inference.jobs", "outcome", end.getClass().getSimpleName())
                .increment();
        return events.text(end);
    }

    private JobEvent outcome(InferenceJob job) {
        Instant begin = Instant.now();
        try {
            InferenceResult result = inference.run(job);
            LOG.infof(
                    "Job %s: %d instances in %d ms on %s",
                    job.jobId(),
                    job.instances().size(),
                    Duration.between(begin, Instant.now()).toMillis(),
                    device.name());
            return new InferenceCompleted(job.jobId(), Instant.now(), result);
        } catch (RoentgenException e) {
            LOG.warnf("Job %s failed: %s %s", job.jobId(), e.code(), e.getMessage());
            return new JobFailed(job.jobId(), Instant.now(), e.toCause());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Job %s failed", job.jobId());
            return new JobFailed(
                    job.jobId(),
                    Instant.now(),
                    new Cause(
                            ErrorCode.INTERNAL_ERROR,
                            "The inference worker failed: " + e.getClass().getSimpleName() + "; see its log for job "
                                    + job.jobId()));
        }
    }
}
