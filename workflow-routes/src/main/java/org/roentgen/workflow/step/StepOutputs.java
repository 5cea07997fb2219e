package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** What earlier steps of a run left for later ones. */
@ApplicationScoped
class StepOutputs {
    private final Sql sql;
    private final Json json;

    StepOutputs(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** @throws RoentgenException INTERNAL_ERROR if the run has no completed step of that kind */
    <T> T read(UUID run, StepKind kind, Class<T> type) {
        return json.read(text(run, kind), type);
    }

    /**
     * The output as JSON text, always the same for the same output.
     *
     * @throws RoentgenException INTERNAL_ERROR if the run has no completed step of that kind
     */
    String text(UUID run, StepKind kind) {
        return sql.first("""
                        select output from pipeline_step where run_id = ? and kind = ? and state = 'COMPLETED'
                        order by ordinal desc limit 1
                        """, row -> row.text("output"), run, kind)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INTERNAL_ERROR, "Run " + run + " has no completed step " + kind));
    }
}
