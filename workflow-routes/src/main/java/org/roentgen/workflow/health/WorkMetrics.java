package org.roentgen.workflow.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.roentgen.workflow.database.Sql;

/** How much work is where: pipeline steps, jobs and open quarantine entries by state, counted in the database. */
@ApplicationScoped
public class WorkMetrics {
    private final Sql sql;
    private final MultiGauge steps;
    private final MultiGauge jobs;
    private final MultiGauge quarantine;

    WorkMetrics(Sql sql, MeterRegistry meters) {
        this.sql = sql;
        this.steps = MultiGauge.builder("roentgen.steps").register(meters);
        this.jobs = MultiGauge.builder("roentgen.jobs").register(meters);
        this.quarantine = MultiGauge.builder("roentgen.quarantine").register(meters);
    }

    /** Counts again. */
    public void refresh() {
        steps.register(rows("select kind, state, count(*) as n from pipeline_step group by kind, state"), true);
        jobs.register(rows("select kind, state, count(*) as n from job group by kind, state"), true);
        quarantine.register(
                rows(
                        "select code as kind, state, count(*) as n from quarantine where state = 'OPEN' group by code, state"),
                true);
    }

    private List<MultiGauge.Row<?>> rows(String statement) {
        return sql.list(
                statement,
                row -> MultiGauge.Row.of(
                        Tags.of("kind", row.text("kind"), "state", row.text("state")), row.longInteger("n")));
    }
}
