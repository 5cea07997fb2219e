package org.roentgen.training.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.roentgen.domain.job.CancelJob;

/** Passes requests to stop on to the job that they name. */
@Singleton
public class Cancellations implements Processor {
    private final RunningJobs jobs;
    private final ObjectMapper json;

    public Cancellations(RunningJobs jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    @Override
    public void process(Exchange exchange) throws JsonProcessingException {
        String body = exchange.getIn().getBody(String.class);
        jobs.cancel(json.readValue(body, CancelJob.class).jobId());
    }
}
