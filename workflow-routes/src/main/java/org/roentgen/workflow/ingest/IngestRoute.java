package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.roentgen.workflow.failure.ErrorPolicy;

/** Takes one arrival in; the body becomes the status for its sender. */
@ApplicationScoped
public class IngestRoute extends EndpointRouteBuilder {
    /** Exchange property that holds the {@link Arrival}. */
    public static final String ARRIVAL = "roentgenArrival";

    static final String RECEIVE = "direct:instance-receive";
    private final Ingest ingest;

    IngestRoute(Ingest ingest) {
        this.ingest = ingest;
    }

    @Override
    public void configure() {
        from(RECEIVE)
                .routeId("instance-receive")
                .routeConfigurationId(ErrorPolicy.INGEST)
                .setProperty(ARRIVAL, body())
                .bean(ingest, "register");
    }
}
