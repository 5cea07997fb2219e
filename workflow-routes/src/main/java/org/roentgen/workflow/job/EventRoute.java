package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;
import org.roentgen.workflow.failure.ErrorPolicy;

/**
 * Persists what the workers say. The subscription is durable and shared: events wait while no process of this service runs,
 * and each goes to one process only. A message is given up only after its effect is committed.
 */
@ApplicationScoped
public class EventRoute extends EndpointRouteBuilder {
    static final String SUBSCRIPTION = "workflow-routes";
    private final JobEventReader reader;
    private final JobEvents events;

    EventRoute(JobEventReader reader, JobEvents events) {
        this.reader = reader;
        this.events = events;
    }

    @Override
    public void configure() {
        from(jms("topic:" + Destinations.EVENTS)
                        .subscriptionDurable(true)
                        .subscriptionShared(true)
                        .subscriptionName(SUBSCRIPTION)
                        .transacted(true)
                        .advanced()
                        .lazyCreateTransactionManager(false))
                .routeId("event-persist")
                .routeConfigurationId(ErrorPolicy.MESSAGES)
                .bean(reader, "read")
                .bean(events, "persist");
    }
}
