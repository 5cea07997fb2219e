package org.roentgen.training.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;
import org.jboss.logging.Logger;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.JobCancelled;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.training.run.CancelledException;
import org.roentgen.training.run.TrainingRunner;

/**
 * Runs a job in the broker transaction that delivered it. The event that ends the job is part of the transaction; without one,
 * the transaction is rolled back and the broker delivers the job again.
 */
@Singleton
public class TrainingJobs implements Processor {
    private static final Logger LOG = Logger.getLogger(TrainingJobs.class);
    private static final String DELIVERY_COUNT = "JMSXDeliveryCount";
    private static final int MOST_ATTEMPTS = 3;

    private final TrainingRunner runner;
    private final EventPublisher events;
    private final RunningJobs jobs;
    private final ObjectMapper json;
    private final WorkerMetrics metrics;

    public TrainingJobs(
            TrainingRunner runner, EventPublisher events, RunningJobs jobs, ObjectMapper json, WorkerMetrics metrics) {
        this.runner = runner;
        this.events = events;
        this.jobs = jobs;
        this.json = json;
        this.metrics = metrics;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        JmsMessage message = exchange.getIn(JmsMessage.class);
        int attempt = message.getHeader(DELIVERY_COUNT, 1, Integer.class);
        JobEvent end = run(read(message.getBody(String.class)), attempt);
        send(message.getJmsSession(), end);
        metrics.ended(end);
    }

    private void send(Session transaction, JobEvent end) throws JMSException {
        events.send(transaction, end);
        LOG.infof("Job %s ended: %s", end.jobId(), end.getClass().getSimpleName());
    }

    /** @throws IllegalArgumentException when the message is no training job; the broker sets it aside after its attempts */
    private TrainJob read(String body) {
        if (JobMessages.read(json, body) instanceof TrainJob job) {
            return job;
        }
        throw new IllegalArgumentException("The message is a job, but not one for a training worker");
    }

    private JobEvent run(TrainJob job, int attempt) throws InterruptedException {
        LOG.infof("Job %s for model %s, attempt %d", job.jobId(), job.modelName(), attempt);
        try {
            return runner.run(job, this::publish, jobs.begin(job.jobId()));
        } catch (CancelledException cancelled) {
            return new JobCancelled(job.jobId(), Instant.now());
        } catch (WorkerStoppingException stopping) {
            throw stopping;
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            Cause cause = cause(failure);
            LOG.errorf(failure, "Job %s failed with %s", job.jobId(), cause.code());
            if (mayPass(cause) && attempt < MOST_ATTEMPTS) {
                throw new RetryJobException(cause.message(), failure);
            }
            return new JobFailed(job.jobId(), Instant.now(), cause);
        } finally {
            jobs.end(job.jobId());
        }
    }

    private void publish(JobEvent event) {
        events.progress(event);
        metrics.progressed(event);
    }

    private static boolean mayPass(Cause cause) {
        ErrorCategory category = cause.code().category();
        return category == ErrorCategory.EXTERNAL || category == ErrorCategory.RESOURCES;
    }

    private static Cause cause(Throwable failure) {
        if (failure instanceof RoentgenException named) {
            return named.toCause();
        }
        if (failure instanceof OutOfMemoryError
                || String.valueOf(failure.getMessage()).contains("not enough memory")) {
            return new Cause(
                    ErrorCode.OUT_OF_MEMORY,
                    "The training needs more memory than the worker has; use a smaller batchSize or network width");
        }
        Optional<FileSystemException> disk = disk(failure);
        if (disk.isPresent()) {
            return new Cause(
                    ErrorCode.OUT_OF_DISK,
                    "The object store could not be read or written ("
                            + disk.get().getReason() + "); free disk space");
        }
        return new Cause(ErrorCode.INTERNAL_ERROR, "The training stopped by a defect of the worker: " + failure);
    }

    private static Optional<FileSystemException> disk(Throwable failure) {
        Throwable inner = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        return inner instanceof FileSystemException disk ? Optional.of(disk) : Optional.empty();
    }
}
