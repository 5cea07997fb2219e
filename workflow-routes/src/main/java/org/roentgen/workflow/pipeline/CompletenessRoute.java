package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Finds studies that have been quiet for long enough and starts the runs of the pipelines that take their series. */
@ApplicationScoped
public class CompletenessRoute extends EndpointRouteBuilder {
    private final StudyCompletion completion;

    CompletenessRoute(StudyCompletion completion) {
        this.completion = completion;
    }

    @Override
    public void configure() {
        from(timer("study-complete").period("{{roentgen.schedule.completeness}}"))
                .routeId("study-complete")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(completion, "completeQuietStudies");
    }
}
