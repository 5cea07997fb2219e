package org.roentgen.inference.engine;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which device models run on and why. */
@Startup
@Readiness
@ApplicationScoped
public class EngineReadiness implements HealthCheck {
    private final DeviceChoice device;

    EngineReadiness(DeviceChoice device) {
        this.device = device;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine")
                .up()
                .withData("device", device.name())
                .withData("deviceReason", device.reason())
                .build();
    }
}
