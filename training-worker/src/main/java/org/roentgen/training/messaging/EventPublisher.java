package org.roentgen.training.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.job.Destinations;

/**
 * Sends events. Progress goes out at once and may be lost with the broker; the event that ends a job goes through the session
 * that received the job, so that both are committed or neither.
 */
@Singleton
@Unremovable
public class EventPublisher {
    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private final ConnectionFactory connections;
    private final ObjectMapper json;
    private @Nullable Connection connection;
    private @Nullable Session session;

    public EventPublisher(ConnectionFactory connections, ObjectMapper json) {
        this.connections = connections;
        this.json = json;
    }

    /** Sends progress; a failure is logged and the training goes on. */
    public synchronized void progress(JobEvent event) {
        try {
            send(session(), event);
        } catch (JMSException e) {
            LOG.warnf("Progress of job %s could not be sent: %s", event.jobId(), e.getMessage());
            close();
        }
    }

    /** Sends within the session's transaction. */
    public void send(Session transaction, JobEvent event) throws JMSException {
        try (MessageProducer producer = transaction.createProducer(transaction.createTopic(Destinations.EVENTS))) {
            producer.send(
                    transaction.createTextMessage(json.writerFor(JobEvent.class).writeValueAsString(event)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is always writable", e);
        }
    }

    private Session session() throws JMSException {
        Session known = session;
        if (known == null) {
            Connection opened = connections.createConnection();
            connection = opened;
            known = opened.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session = known;
        }
        return known;
    }

    @PreDestroy
    synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (JMSException e) {
            LOG.debugf(e, "The broken connection could not be closed");
        }
        connection = null;
        session = null;
    }
}
