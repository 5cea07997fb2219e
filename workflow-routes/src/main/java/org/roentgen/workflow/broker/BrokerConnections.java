package org.roentgen.workflow.broker;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * Connections to the broker: consumers hold one each, producers share one with cached sessions. The Camel component is named
 * {@code jms}.
 */
@ApplicationScoped
public class BrokerConnections {
    private static final int CACHED_PRODUCER_SESSIONS = 4;
    private static final long RECOVERY_MILLISECONDS = 2_000;

    private final ActiveMQConnectionFactory connections;
    private final CachingConnectionFactory producerConnections;

    BrokerConnections(BrokerConfiguration configuration) {
        connections = new ActiveMQConnectionFactory(
                configuration.url(),
                configuration.username().orElse(null),
                configuration.password().orElse(null));
        producerConnections = new CachingConnectionFactory(connections);
        producerConnections.setSessionCacheSize(CACHED_PRODUCER_SESSIONS);
        producerConnections.setReconnectOnException(true);
    }

    /** New connections, without a cache. */
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
        component.getConfiguration().setListenerConnectionFactory(connections);
        component.getConfiguration().setTemplateConnectionFactory(producerConnections);
        component.getConfiguration().setRecoveryInterval(RECOVERY_MILLISECONDS);
        return component;
    }

    @PreDestroy
    void close() {
        producerConnections.destroy();
        connections.close();
    }
}
