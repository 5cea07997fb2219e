package org.roentgen.training.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;
import org.jboss.logging.Logger;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.JobEvent;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.event.ModelCompared;
import org.roentgen.domain.job.CompareModelJob;
import org.roentgen.domain.job.EstimateTrainingJob;
import org.roentgen.domain.job.ExportModelJob;
import org.roentgen.domain.job.ImportModelJob;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.TrainJob;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.training.evaluation.Comparison;
import org.roentgen.training.export.ServingPackages;
import org.roentgen.training.foreign.ForeignModels;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.run.TrainingEstimates;

/**
 * Tries foreign models, estimates trainings, compares and exports models in the broker transaction that delivered the job; that something does
 * not hold is a result, not a failure to retry.
 */
@Singleton
public class ModelJobs implements Processor {
    private static final Logger LOG = Logger.getLogger(ModelJobs.class);
    private final ForeignModels models;
    private final TrainingEstimates estimates;
    private final ModelPackageWriter packages;
    private final ServingPackages exports;
    private final ObjectStore store;
    private final EventPublisher events;
    private final ObjectMapper json;

    public ModelJobs(
            ForeignModels models,
            TrainingEstimates estimates,
            ModelPackageWriter packages,
            ServingPackages exports,
            ObjectStore store,
            EventPublisher events,
            ObjectMapper json) {
        this.models = models;
        this.estimates = estimates;
        this.packages = packages;
        this.exports = exports;
        this.store = store;
        this.events = events;
        this.json = json;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        JmsMessage message = exchange.getIn(JmsMessage.class);
        JobEvent end = run(JobMessages.read(json, message.getBody(String.class)));
        events.send(message.getJmsSession(), end);
        LOG.infof("Job %s ended: %s", end.jobId(), end.getClass().getSimpleName());
    }

    private JobEvent run(Job job) {
        try {
            return switch (job) {
                case ImportModelJob foreign -> models.run(foreign);
                case EstimateTrainingJob asked -> estimates.run(asked);
                case CompareModelJob both -> compare(both);
                case ExportModelJob wanted -> exports.run(wanted);
                case TrainJob _, InferenceJob _ ->
                    throw new IllegalArgumentException("The message is a job, but not one about a model");
            };
        } catch (RoentgenException refused) {
            if (refused.code().category() != ErrorCategory.INVALID_INPUT) {
                throw refused;
            }
            return new JobFailed(job.jobId(), Instant.now(), refused.toCause());
        } catch (IOException unreachable) {
            throw new RetryJobException("What job " + job.jobId() + " is about could not be read", unreachable);
        }
    }

    private ModelCompared compare(CompareModelJob job) throws IOException {
        Comparison comparison = packages.reports().compare(job.modelPackage(), job.reference());
        return new ModelCompared(job.jobId(), Instant.now(), store.put(json.writeValueAsBytes(comparison)));
    }
}
