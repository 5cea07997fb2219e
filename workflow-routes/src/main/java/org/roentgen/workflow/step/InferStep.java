package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import org.roentgen.domain.JobId;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.deidentification.DeidentifiedSeries;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.StepExecutor;
import org.roentgen.workflow.pipeline.StepOutcome;

/** Asks a worker to run the model's production version over the de-identified series. */
@ApplicationScoped
public class InferStep implements StepExecutor {
    private final Sql sql;
    private final StepOutputs outputs;

    InferStep(Sql sql, StepOutputs outputs) {
        this.sql = sql;
        this.outputs = outputs;
    }

    @Override
    public StepKind kind() {
        return StepKind.INFER;
    }

    @Override
    public StepOutcome execute(ClaimedStep step) {
        var configuration = (StepConfiguration.Infer) step.configuration();
        String model = configuration.model().orElse("");
        ProductionVersion version = sql.first(
                        """
                        select version.id, version.package_object_id from model_version version
                        join model on model.id = version.model_id
                        where model.name = ? and version.stage = 'PRODUCTION'
                        """,
                        row -> new ProductionVersion(
                                new ModelVersionId(row.uuid("id")), new ObjectId(row.text("package_object_id"))),
                        model)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.NO_PRODUCTION_MODEL,
                        "Model '" + model + "' has no version in production: promote one, then replay the run"));
        DeidentifiedSeries series = outputs.read(step.run().runId(), StepKind.DEIDENTIFY, DeidentifiedSeries.class);
        return new StepOutcome.AwaitJob(new InferenceJob(
                Job.SCHEMA_VERSION,
                JobId.random(),
                configuration.priority().orElse(Priority.ROUTINE),
                version.id(),
                version.modelPackage(),
                series.instances()));
    }

    private record ProductionVersion(ModelVersionId id, ObjectId modelPackage) {}
}
