package org.roentgen.inference.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.apache.camel.ProducerTemplate;
import org.roentgen.domain.event.JobEvent;

/** Events as they go over the wire. */
@ApplicationScoped
public class JobEvents {
    private final ObjectMapper json;
    private final ProducerTemplate producer;

    JobEvents(ObjectMapper json, ProducerTemplate producer) {
        this.json = json;
        this.producer = producer;
    }

    /** Sends an event at once, whatever becomes of the job. */
    void sendNow(JobEvent event) {
        producer.sendBody(InferenceRoute.EVENTS_AT_ONCE, text(event));
    }

    String text(JobEvent event) {
        try {
            return json.writerFor(JobEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
