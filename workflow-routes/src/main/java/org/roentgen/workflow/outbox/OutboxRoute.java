package org.roentgen.workflow.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Sends jobs and cancellations to the workers. */
@ApplicationScoped
public class OutboxRoute extends EndpointRouteBuilder {
    static final String SEND_JOB = "direct:job-send";
    static final String SEND_CONTROL = "direct:control-send";
    static final String ADDRESS = "roentgenAddress";
    static final String PRIORITY = "JMSPriority";

    /** The broker stores a message under this property once (Artemis duplicate detection). */
    static final String DUPLICATE_DETECTION_ID = "_AMQ_DUPL_ID";

    private final Outbox outbox;

    OutboxRoute(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void configure() {
        from(timer("job-dispatch").period("{{roentgen.schedule.outbox}}"))
                .routeId("job-dispatch")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(outbox, "sendPending");

        from(timer("job-cancel").period("{{roentgen.schedule.cancellation}}"))
                .routeId("job-cancel")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(outbox, "cancelPending")
                .bean(outbox, "repeatCancellations");

        from(SEND_JOB)
                .routeId("job-send")
                .errorHandler(noErrorHandler())
                .toD(jms("queue:${header." + ADDRESS + "}")
                        .preserveMessageQos(true)
                        .deliveryPersistent(true));

        from(SEND_CONTROL)
                .routeId("control-send")
                .errorHandler(noErrorHandler())
                .to(jms("topic:" + Destinations.CONTROL).deliveryPersistent(false));
    }
}
