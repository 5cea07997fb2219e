package org.roentgen.workflow.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Replays quarantined objects. */
@ApplicationScoped
public class QuarantineRoute extends EndpointRouteBuilder {
    /** Exchange property that holds the entry's id. */
    public static final String ENTRY = "roentgenQuarantineEntry";

    private final QuarantineReplay replay;

    QuarantineRoute(QuarantineReplay replay) {
        this.replay = replay;
    }

    @Override
    public void configure() {
        from(timer("quarantine-find").period("{{roentgen.schedule.quarantine}}"))
                .routeId("quarantine-find")
                .routeConfigurationId(ErrorPolicy.SCHEDULES)
                .autoStartup("{{roentgen.schedule.enabled}}")
                .bean(replay, "requested")
                .split(body())
                .to(direct("quarantine-replay"));

        from(direct("quarantine-replay"))
                .routeId("quarantine-replay")
                .routeConfigurationId(ErrorPolicy.QUARANTINE)
                .setProperty(ENTRY, body())
                .bean(replay, "replay");
    }
}
