package org.roentgen.training.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.job.CancelJob;
import org.roentgen.domain.job.Destinations;
import org.roentgen.domain.job.Job;
import org.roentgen.training.run.WireJson;

/** The other side of the worker: sends jobs, receives events. */
final class BrokerClient implements AutoCloseable {
    private final ObjectMapper json = WireJson.mapper();
    private final ActiveMQConnectionFactory connections;
    private final JMSContext context;
    private final JMSConsumer consumer;
    private final List<JobEvent> events = new ArrayList<>();

    BrokerClient(String url, String user, String password) {
        connections = new ActiveMQConnectionFactory(url, user, password);
        context = connections.createContext();
        consumer = context.createConsumer(context.createTopic(Destinations.EVENTS));
    }

    void send(Job job) throws JsonProcessingException {
        context.createProducer()
                .send(
                        context.createQueue(Destinations.TRAINING_JOBS),
                        json.writerFor(Job.class).writeValueAsString(job));
    }

    void cancel(CancelJob cancel) throws JsonProcessingException {
        context.createProducer().send(context.createTopic(Destinations.CONTROL), json.writeValueAsString(cancel));
    }

    /** Receives events until one fits. */
    JobEvent await(Predicate<JobEvent> wanted, Duration longest) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end) {
            Message message = consumer.receive(1000);
            if (message instanceof TextMessage text) {
                JobEvent event = json.readValue(text.getText(), JobEvent.class);
                events.add(event);
                if (wanted.test(event)) {
                    return event;
                }
            }
        }
        throw new AssertionError("No such event within " + longest + "; received " + events);
    }

    List<JobEvent> events() {
        return events;
    }

    @Override
    public void close() {
        context.close();
        connections.close();
    }
}
