package org.roentgen.training;

import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.roentgen.training.engine.TrainingBackend;

/** Ready when the broker answers; says where the worker computes, and why there. */
@Readiness
@Singleton
public class WorkerReadiness implements HealthCheck {
    private final ConnectionFactory connections;
    private final TrainingBackend backend;

    public WorkerReadiness(ConnectionFactory connections, TrainingBackend backend) {
        this.connections = connections;
        this.backend = backend;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("training-worker")
                .withData("device", backend.device().name())
                .withData("deviceReason", backend.device().reason());
        try (Connection connection = connections.createConnection()) {
            connection.start();
            return response.up().build();
        } catch (JMSException e) {
            return response.withData("broker", String.valueOf(e.getMessage()))
                    .down()
                    .build();
        }
    }
}
