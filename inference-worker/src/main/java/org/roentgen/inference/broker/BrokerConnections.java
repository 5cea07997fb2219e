package org.roentgen.inference.broker;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;

/**
 * Connections to the broker. One factory serves consumers and producers, so that an event sent inside a route shares the
 * transaction of the job that the route consumes. No prefetch: a STAT job overtakes every job that waits.
 */
@ApplicationScoped
public class BrokerConnections {
    private static final long RECOVERY_MILLISECONDS = 2_000;
    private final ActiveMQConnectionFactory connections;

    BrokerConnections(BrokerConfiguration configuration) {
        connections = new ActiveMQConnectionFactory(
                configuration.url(),
                configuration.username().orElse(null),
                configuration.password().orElse(null));
        connections.setConsumerWindowSize(0);
    }

    @Produces
    @Singleton
    ConnectionFactory connectionFactory() {
        return connections;
    }

    @Produces
    @Named("jms")
    @Singleton
    JmsComponent jmsComponent() {
        JmsComponent component = new JmsComponent();
        component.getConfiguration().setConnectionFactory(connections);
        component.getConfiguration().setRecoveryInterval(RECOVERY_MILLISECONDS);
        return component;
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
