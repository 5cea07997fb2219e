package org.roentgen.training.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.roentgen.domain.job.Job;

/** Jobs as they come from the broker. */
final class JobMessages {
    private JobMessages() {}

    /** @throws IllegalArgumentException when the message is no job; the broker sets it aside after its attempts */
    static Job read(ObjectMapper json, String body) {
        try {
            return json.readValue(body, Job.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The message is not a job: " + e.getOriginalMessage(), e);
        }
    }
}
