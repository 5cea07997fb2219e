package org.roentgen.api.worklist;

import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.error.Cause;
import org.roentgen.store.entity.PipelineRun;
import org.roentgen.store.query.Row;

/** A run over one series of a study. */
public record WorklistRun(
        UUID runId,
        String pipeline,
        String seriesInstanceUid,
        Optional<String> seriesDescription,
        PipelineRun.State state,
        Optional<Cause> cause) {
    static WorklistRun of(Row row) {
        return new WorklistRun(
                row.uuid("id"),
                row.text("name"),
                row.text("series_instance_uid"),
                row.optionalText("description").filter(text -> !text.isEmpty()),
                row.constant("state", PipelineRun.State.class),
                row.cause());
    }
}
