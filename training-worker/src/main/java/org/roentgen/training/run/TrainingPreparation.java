package org.roentgen.training.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.model.Transfer;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.training.dataset.DatasetLoader;
import org.roentgen.training.dataset.Fingerprint;
import org.roentgen.training.packaging.ModelPackageWriter;
import org.roentgen.training.packaging.SourceModel;
import org.roentgen.training.plan.MemoryEstimate;
import org.roentgen.training.plan.Planner;
import org.roentgen.training.plan.TrainingPlan;

/** What a training is, before anything is computed. */
record TrainingPreparation(
        DatasetManifest manifest,
        DatasetLoader dataset,
        Optional<SourceModel> source,
        TrainingPlan plan,
        MemoryEstimate memory) {
    /** Measures the data and plans. */
    record Maker(ObjectStore store, ModelPackageWriter packages, ObjectMapper json) {
        /** @throws RoentgenException when the specification breaks a rule, naming it and the fix */
        TrainingPreparation of(ObjectId manifestId, TrainingSpec asked) throws IOException {
            DatasetManifest manifest = json.readValue(store.read(manifestId), DatasetManifest.class);
            checkTask(asked, manifest);
            DatasetLoader dataset = new DatasetLoader(manifest, store);
            Optional<SourceModel> source = source(asked);
            TrainingSpec spec = source.map(model -> model.complete(asked, json)).orElse(asked);
            Fingerprint fingerprint = dataset.fingerprint();
            TrainingPlan plan = Planner.plan(spec, fingerprint, dataset.trainCases());
            return new TrainingPreparation(manifest, dataset, source, plan, MemoryEstimate.of(plan, fingerprint));
        }

        private Optional<SourceModel> source(TrainingSpec spec) throws IOException {
            Optional<Transfer> transfer = spec.transfer();
            return transfer.isPresent()
                    ? Optional.of(packages.read(transfer.get().modelPackage()))
                    : Optional.empty();
        }

        private static void checkTask(TrainingSpec spec, DatasetManifest manifest) {
            if (spec.task() != manifest.task()) {
                throw new RoentgenException(
                        ErrorCode.INVALID_TRAINING_SPEC,
                        "The specification asks for " + spec.task() + ", but the dataset version is for "
                                + manifest.task() + "; choose another dataset version or task");
            }
        }
    }
}
