package org.roentgen.workflow.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.pipeline.PipelineDefinition;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Row;
import org.roentgen.workflow.database.Sql;

/** Reads pipeline versions. One whose definition is invalid is left out and named in the log. */
@ApplicationScoped
public class PipelineVersions {
    private static final Logger LOG = Logger.getLogger(PipelineVersions.class);
    private static final String SELECT = """
            select version.id, pipeline.name, version.version, version.definition
            from pipeline_version version join pipeline on pipeline.id = version.pipeline_id
            """;
    private final Sql sql;
    private final Json json;

    PipelineVersions(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** The active version of each pipeline. */
    public List<PipelineVersion> active() {
        return valid(sql.list(SELECT + " where pipeline.active_version_id = version.id", this::map));
    }

    /** The active versions, and those with a run that is not finished. */
    public List<PipelineVersion> needed() {
        return valid(sql.list(SELECT + """
                         where pipeline.active_version_id = version.id or exists (select 1 from pipeline_run run
                            where run.pipeline_version_id = version.id
                              and run.state in ('RUNNING', 'WAITING_FOR_REVIEW'))
                        """, this::map));
    }

    public PipelineVersion get(UUID id) {
        return sql.first(SELECT + " where version.id = ?", this::map, id)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INTERNAL_ERROR, "Pipeline version " + id + " is not in the database"));
    }

    private PipelineVersion map(Row row) throws SQLException {
        return new PipelineVersion(
                row.uuid("id"),
                row.text("name"),
                row.integer("version"),
                json.read(row.text("definition"), PipelineDefinition.class));
    }

    private static List<PipelineVersion> valid(List<PipelineVersion> versions) {
        return versions.stream().filter(PipelineVersions::isValid).toList();
    }

    private static boolean isValid(PipelineVersion version) {
        List<String> problems = version.definition().problems();
        if (!problems.isEmpty()) {
            LOG.errorf("Pipeline %s version %d is ignored: %s", version.name(), version.version(), problems);
        }
        return problems.isEmpty();
    }
}
