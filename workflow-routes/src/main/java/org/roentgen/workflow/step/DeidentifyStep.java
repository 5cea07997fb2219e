package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.domain.pipeline.StepConfiguration.Deidentify;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.deidentification.DeidentifiedSeries;
import org.roentgen.workflow.deidentification.SeriesDeidentifier;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.StepExecutor;
import org.roentgen.workflow.pipeline.StepOutcome;
import org.roentgen.workflow.series.SeriesInstances;

/** Writes a de-identified copy of every instance of the series for the workers. */
@ApplicationScoped
public class DeidentifyStep implements StepExecutor {
    private final SeriesInstances series;
    private final SeriesDeidentifier deidentifier;

    DeidentifyStep(SeriesInstances series, SeriesDeidentifier deidentifier) {
        this.series = series;
        this.deidentifier = deidentifier;
    }

    @Override
    public StepKind kind() {
        return StepKind.DEIDENTIFY;
    }

    @Override
    public StepOutcome execute(ClaimedStep step) {
        String profile =
                ((StepConfiguration.Deidentify) step.configuration()).profile().orElse(Deidentify.DEFAULT_PROFILE);
        UUID seriesId = step.run().seriesId();
        DeidentifiedSeries staged = deidentifier.stage(seriesId, series.of(seriesId), profile);
        return new StepOutcome.Completed(
                staged,
                () -> deidentifier.release(staged, Optional.of(step.run().runId())));
    }
}
