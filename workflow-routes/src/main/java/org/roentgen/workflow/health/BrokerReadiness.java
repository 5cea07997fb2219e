package org.roentgen.workflow.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the broker lets this service in. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {
    private final ConnectionFactory connections;

    BrokerReadiness(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("broker");
        try (Connection connection = connections.createConnection()) {
            connection.start();
            return response.up().build();
        } catch (JMSException e) {
            return response.down()
                    .withData("cause", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
