package org.roentgen.workflow.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

/** Hands messages to the routes that send them; returns when the broker has them. */
@ApplicationScoped
public class JobSender {
    private final ProducerTemplate template;

    JobSender(ProducerTemplate template) {
        this.template = template;
    }

    void send(PendingJob job) {
        template.sendBodyAndHeaders(
                OutboxRoute.SEND_JOB,
                job.payload(),
                Map.of(
                        OutboxRoute.ADDRESS, job.address(),
                        OutboxRoute.PRIORITY, job.priority(),
                        OutboxRoute.DUPLICATE_DETECTION_ID, job.id().toString()));
    }

    void sendControl(String message) {
        template.sendBody(OutboxRoute.SEND_CONTROL, message);
    }
}
