package org.roentgen.workflow.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.roentgen.workflow.ingest.DimseReceiver;

/** Ready when the DIMSE port is open. */
@Readiness
@ApplicationScoped
public class DimseReadiness implements HealthCheck {
    private final DimseReceiver receiver;

    DimseReadiness(DimseReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public HealthCheckResponse call() {
        OptionalInt port = receiver.port();
        var response = HealthCheckResponse.named("dimse").status(port.isPresent());
        port.ifPresent(open -> response.withData("port", open));
        return response.build();
    }
}
