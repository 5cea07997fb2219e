package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.job.Destinations;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Ends the jobs that the broker set aside; what else it set aside is told in the quarantine. */
@ApplicationScoped
public class AbandonedJobsRoute extends EndpointRouteBuilder {
    private final AbandonedJobs abandoned;
    private final JobEvents events;

    AbandonedJobsRoute(AbandonedJobs abandoned, JobEvents events) {
        this.abandoned = abandoned;
        this.events = events;
    }

    @Override
    public void configure() {
        from(jms("queue:" + Destinations.DEAD_LETTERS)
                        .transacted(true)
                        .advanced()
                        .lazyCreateTransactionManager(false))
                .routeId("job-abandoned")
                .routeConfigurationId(ErrorPolicy.MESSAGES)
                .bean(abandoned, "fail")
                .bean(events, "persist");
    }
}
