package org.roentgen.training.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;
import org.jboss.logging.Logger;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.job.ImportModelJob;
import org.roentgen.domain.job.Job;
import org.roentgen.training.foreign.ForeignModels;

/** Tries foreign models in the broker transaction that delivered the job; the trial of a bad one is a result, not a failure to retry. */
@Singleton
public class ModelJobs implements Processor {
    private static final Logger LOG = Logger.getLogger(ModelJobs.class);
    private final ForeignModels models;
    private final EventPublisher events;
    private final ObjectMapper json;

    public ModelJobs(ForeignModels models, EventPublisher events, ObjectMapper json) {
        this.models = models;
        this.events = events;
        this.json = json;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        JmsMessage message = exchange.getIn(JmsMessage.class);
        JobEvent end = run(read(message.getBody(String.class)));
        events.send(message.getJmsSession(), end);
        LOG.infof("Job %s ended: %s", end.jobId(), end.getClass().getSimpleName());
    }

    /** @throws IllegalArgumentException when the message is no such job; the broker sets it aside after its attempts */
    private ImportModelJob read(String body) {
        try {
            if (json.readValue(body, Job.class) instanceof ImportModelJob job) {
                return job;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The message is not a job: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The message is a job, but not one about a model");
    }

    private JobEvent run(ImportModelJob job) {
        try {
            return models.run(job);
        } catch (RoentgenException refused) {
            if (refused.code().category() != ErrorCategory.INVALID_INPUT) {
                throw refused;
            }
            return new JobFailed(job.jobId(), Instant.now(), refused.toCause());
        } catch (IOException unreachable) {
            throw new RetryJobException("The model of job " + job.jobId() + " could not be read", unreachable);
        }
    }
}
