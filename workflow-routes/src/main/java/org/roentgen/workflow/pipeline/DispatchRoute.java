package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Claims due steps and sends each to the route of its pipeline version; keeps leases and routes up to date. */
@ApplicationScoped
public class DispatchRoute extends EndpointRouteBuilder {
    private static final String QUEUE = "roentgenQueue";
    private final StepLeases leases;
    private final PipelineRoutes routes;

    DispatchRoute(StepLeases leases, PipelineRoutes routes) {
        this.leases = leases;
        this.routes = routes;
    }

    @Override
    public void configure() {
        from(timer("step-dispatch").period("{{roentgen.schedule.dispatch}}"))
                .routeId("step-dispatch")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(leases, "claim")
                .split(body())
                .to(direct("step-send"));

        from(direct("step-send"))
                .routeId("step-send")
                .routeConfigurationId(ErrorPolicy.STEPS)
                .setProperty(StepEnds.STEP, body())
                .setProperty(QUEUE, method(routes, "queueOf"))
                .toD(seda("${exchangeProperty." + QUEUE + "}").advanced().failIfNoConsumers(true));

        from(timer("step-renew").period("{{roentgen.schedule.renew}}"))
                .routeId("step-renew")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(leases, "renew");

        from(timer("pipeline-compile").period("{{roentgen.schedule.compile}}"))
                .routeId("pipeline-compile")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(routes, "reconcile");
    }
}
