package org.roentgen.workflow.pipeline;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.failure.ErrorPolicy;

/** One route template for each kind of step; {@link PipelineRoutes} makes a route of it for each step of a pipeline version. */
@ApplicationScoped
public class StepTemplateRoute extends EndpointRouteBuilder {
    static final String QUEUE = "queue";
    private static final int CONSUMERS = 4;
    private final List<StepExecutor> executors;
    private final StepEnds ends;

    StepTemplateRoute(@All List<StepExecutor> executors, StepEnds ends) {
        this.executors = executors;
        this.ends = ends;
    }

    static String templateOf(StepKind kind) {
        return "step-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void configure() {
        for (StepExecutor executor : executors) {
            routeTemplate(templateOf(executor.kind()))
                    .templateParameter(QUEUE)
                    .from(seda("{{" + QUEUE + "}}").concurrentConsumers(CONSUMERS))
                    .routeConfigurationId(ErrorPolicy.STEPS)
                    .setProperty(StepEnds.STEP, body())
                    .bean(executor, "execute")
                    .bean(ends, "finish");
        }
    }
}
