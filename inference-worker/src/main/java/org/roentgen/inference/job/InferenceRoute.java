package org.roentgen.inference.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;

/**
 * One job at a time, in a broker transaction: the job is acknowledged together with its end event, so that a worker killed
 * between leads to redelivery.
 */
@ApplicationScoped
public class InferenceRoute extends EndpointRouteBuilder {
    static final String EVENTS_AT_ONCE = "direct:inference-event-at-once";
    private final InferenceJobs jobs;

    InferenceRoute(InferenceJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void configure() {
        from(jms(Destinations.INFERENCE_JOBS).transacted(true).advanced().lazyCreateTransactionManager(false))
                .routeId("inference-run")
                .bean(jobs, "run")
                .setExchangePattern(ExchangePattern.InOnly)
                .to(jms("topic:" + Destinations.EVENTS)
                        .transacted(true)
                        .advanced()
                        .lazyCreateTransactionManager(false));
        from(EVENTS_AT_ONCE)
                .routeId("inference-event")
                .setExchangePattern(ExchangePattern.InOnly)
                .to(jms("topic:" + Destinations.EVENTS));
    }
}
