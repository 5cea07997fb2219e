package org.roentgen.training.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;
import org.roentgen.training.engine.Parallelism;

/** Jobs in, as many at once as the worker has room for, each in a broker transaction; requests to stop beside them. */
@ApplicationScoped
public class TrainingJobRoute extends EndpointRouteBuilder {
    private final TrainingJobs jobs;
    private final Cancellations cancellations;
    private final Parallelism parallelism;

    public TrainingJobRoute(TrainingJobs jobs, Cancellations cancellations, Parallelism parallelism) {
        this.jobs = jobs;
        this.cancellations = cancellations;
        this.parallelism = parallelism;
    }

    @Override
    public void configure() {
        from(jms("queue:" + Destinations.TRAINING_JOBS)
                        .transacted(true)
                        .concurrentConsumers(parallelism.trainings())
                        .advanced()
                        .lazyCreateTransactionManager(false))
                .routeId("training-run")
                .errorHandler(noErrorHandler())
                .process(jobs);

        from(jms("topic:" + Destinations.CONTROL)).routeId("training-cancel").process(cancellations);
    }
}
