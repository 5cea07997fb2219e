package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Body;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.workflow.database.Json;

/** Reads an event from the wire. */
@ApplicationScoped
public class JobEventReader {
    private final Json json;

    JobEventReader(Json json) {
        this.json = json;
    }

    /** @throws org.roentgen.workflow.database.InvalidJsonException if it is none */
    public JobEvent read(@Body String message) {
        return json.read(message, JobEvent.class);
    }
}
