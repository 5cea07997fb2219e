package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Takes up studies that are to be de-identified again, one at a time in each process. */
@ApplicationScoped
public class StudyRequestRoute extends EndpointRouteBuilder {
    /** Exchange property that holds the request's id. */
    public static final String REQUEST = "roentgenDeidentificationRequest";

    private final StudyRequests requests;
    private final StudyDeidentifier deidentifier;

    StudyRequestRoute(StudyRequests requests, StudyDeidentifier deidentifier) {
        this.requests = requests;
        this.deidentifier = deidentifier;
    }

    @Override
    public void configure() {
        from(timer("deidentification-claim").period("{{roentgen.schedule.deidentification}}"))
                .routeId("deidentification-claim")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(requests, "claim")
                .split(body())
                .to(direct("deidentification-run"));

        from(direct("deidentification-run"))
                .routeId("deidentification-run")
                .routeConfigurationId(ErrorPolicy.DEIDENTIFICATION)
                .setProperty(REQUEST, body())
                .bean(deidentifier, "run");
    }
}
