package org.roentgen.training.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.event.TrainingEstimated;
import org.roentgen.domain.job.EstimateTrainingJob;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.training.engine.TrainingBackend;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.plan.MemoryEstimate;
import org.roentgen.training.plan.MemoryLimit;

/** Says what a training would need, as the training itself will find out before its first step. */
@Singleton
public final class TrainingEstimates {
    private final TrainingPreparation.Maker preparations;
    private final TrainingBackend backend;

    public TrainingEstimates(
            ObjectStore store, TrainingBackend backend, ModelPackageWriter packages, ObjectMapper json) {
        this.preparations = new TrainingPreparation.Maker(store, packages, json);
        this.backend = backend;
    }

    /** @throws RoentgenException when the specification breaks a rule, naming it and the fix */
    public TrainingEstimated run(EstimateTrainingJob job) throws IOException {
        return estimated(job, MemoryLimit.now(backend.device().isCuda()));
    }

    TrainingEstimated estimated(EstimateTrainingJob job, MemoryLimit limit) throws IOException {
        MemoryEstimate memory =
                preparations.of(job.datasetManifest(), job.spec()).memory();
        return new TrainingEstimated(
                job.jobId(), Instant.now(), memory.engine(), memory.images(), memory.text(), refusal(limit, memory));
    }

    private static Optional<String> refusal(MemoryLimit limit, MemoryEstimate memory) {
        try {
            limit.check(memory);
            return Optional.empty();
        } catch (RoentgenException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}
