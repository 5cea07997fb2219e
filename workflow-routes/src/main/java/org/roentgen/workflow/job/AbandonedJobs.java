package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.camel.Body;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.job.Job;
import org.roentgen.workflow.database.Json;

/** Jobs that the broker gave up because every worker that took them went away: they fail, instead of waiting for ever. */
@ApplicationScoped
public class AbandonedJobs {
    private final Json json;

    AbandonedJobs(Json json) {
        this.json = json;
    }

    /** @throws org.roentgen.workflow.database.InvalidJsonException if the message is no job */
    public JobFailed fail(@Body String message) {
        Job job = json.read(message, Job.class);
        return new JobFailed(
                job.jobId(),
                Instant.now(),
                new Cause(
                        ErrorCode.INTERNAL_ERROR,
                        "Every worker that took this job ended before the job did: look into the workers' logs, above all for"
                                + " memory that ran out, and start it again"));
    }
}
