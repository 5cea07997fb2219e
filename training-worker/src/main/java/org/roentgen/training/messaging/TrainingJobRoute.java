package org.roentgen.training.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;

/** Jobs in, one at a time, each in a broker transaction; requests to stop beside them. */
@ApplicationScoped
public class TrainingJobRoute extends EndpointRouteBuilder {
    private final TrainingJobs jobs;
    private final Cancellations cancellations;

    public TrainingJobRoute(TrainingJobs jobs, Cancellations cancellations) {
        this.jobs = jobs;
        this.cancellations = cancellations;
    }

    @Override
    public void configure() {
        from(jms("queue:" + Destinations.TRAINING_JOBS)
                        .transacted(true)
                        .concurrentConsumers(1)
                        .advanced()
                        .lazyCreateTransactionManager(false))
                .routeId("training-run")
                .errorHandler(noErrorHandler())
                .process(jobs);

        from(jms("topic:" + Destinations.CONTROL)).routeId("training-cancel").process(cancellations);
    }
}
