package org.roentgen.training.messaging;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;

/** Connections to the broker. A worker takes as many jobs as it runs: the rest stay with the broker for other workers. */
@ApplicationScoped
public class BrokerConnections {
    private static final long RECOVERY_MILLISECONDS = 2_000;

    private final ActiveMQConnectionFactory connections;

    BrokerConnections(BrokerConfiguration configuration) {
        connections = create(
                configuration.url(),
                configuration.username().orElse(""),
                configuration.password().orElse(""));
    }

    /** Connections that fetch a message only when the consumer is free. */
    static ActiveMQConnectionFactory create(String url, String username, String password) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, username, password);
        factory.setConsumerWindowSize(0);
        return factory;
    }

    /** A component whose consumers hold their own connections. */
    static JmsComponent component(ConnectionFactory connections) {
        JmsComponent component = JmsComponent.jmsComponentAutoAcknowledge(connections);
        component.getConfiguration().setRecoveryInterval(RECOVERY_MILLISECONDS);
        return component;
    }

    @Produces
    @Singleton
    @Unremovable
    ConnectionFactory connectionFactory() {
        return connections;
    }

    @Produces
    @Singleton
    @Named("jms")
    JmsComponent jms() {
        return component(connections);
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
