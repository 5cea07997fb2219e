package org.roentgen.workflow.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.job.Destinations;
import org.roentgen.domain.job.Job;
import org.roentgen.workflow.database.Json;

/** A worker's side of the broker: takes jobs from the real queues and says events on the real topic. */
@ApplicationScoped
public class Worker {
    private static final long PATIENCE = Duration.ofSeconds(60).toMillis();
    private final ConnectionFactory connections;
    private final Json json;

    Worker(ConnectionFactory connections, Json json) {
        this.connections = connections;
        this.json = json;
    }

    /** A job and the priority that its message had. */
    public record Received(Job job, int priority) {}

    /** The next job of a queue, acknowledged. */
    public Received take(String queue) {
        try (JMSContext context = connections.createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            Message message = Objects.requireNonNull(consumer.receive(PATIENCE), "no job came on " + queue);
            return new Received(json.read(message.getBody(String.class), Job.class), message.getJMSPriority());
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every job that a queue holds, after a moment; acknowledged. */
    public List<Received> drain(String queue) {
        List<Received> jobs = new ArrayList<>();
        try (JMSContext context = connections.createContext();
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            for (Message message = consumer.receive(1_000); message != null; message = consumer.receive(1_000)) {
                jobs.add(new Received(json.read(message.getBody(String.class), Job.class), message.getJMSPriority()));
            }
            return jobs;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    public void say(JobEvent event) {
        sayText(json.write(event));
    }

    public void sayText(String text) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(context.createTopic(Destinations.EVENTS), text);
        }
    }

    /** The job goes where the broker puts what it delivered too often. */
    public void abandon(Job job) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(context.createQueue(Destinations.DEAD_LETTERS), json.write(job));
        }
    }

    /** A consumer of cancellations; must be closed with its context. */
    public JMSContext connect() {
        return connections.createContext();
    }
}
