package org.roentgen.workflow.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Refreshes the gauges that are counted in the database. */
@ApplicationScoped
public class MetricsRoute extends EndpointRouteBuilder {
    private final WorkMetrics metrics;

    MetricsRoute(WorkMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void configure() {
        from(timer("metrics-refresh").period("{{roentgen.schedule.metrics}}"))
                .routeId("metrics-refresh")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(metrics, "refresh");
    }
}
