package org.roentgen.training.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;

/**
 * Short jobs about models, beside the trainings, so that nobody waits hours for a trial of seconds; two at once, so that a comparison
 * of minutes holds up no estimate.
 */
@ApplicationScoped
public class ModelJobRoute extends EndpointRouteBuilder {
    private final ModelJobs jobs;

    public ModelJobRoute(ModelJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void configure() {
        from(jms("queue:" + Destinations.MODEL_JOBS)
                        .transacted(true)
                        .concurrentConsumers(2)
                        .advanced()
                        .lazyCreateTransactionManager(false))
                .routeId("model-job")
                .errorHandler(noErrorHandler())
                .process(jobs);
    }
}
