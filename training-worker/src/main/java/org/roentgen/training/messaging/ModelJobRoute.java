package org.roentgen.training.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;

/** Short jobs about models, beside the trainings, so that nobody waits hours for a trial of seconds. */
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
                        .concurrentConsumers(1)
                        .advanced()
                        .lazyCreateTransactionManager(false))
                .routeId("model-try")
                .errorHandler(noErrorHandler())
                .process(jobs);
    }
}
