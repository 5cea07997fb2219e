package org.roentgen.workflow.failure;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.workflow.database.InvalidJsonException;
import org.roentgen.workflow.dataset.DatasetImports;
import org.roentgen.workflow.deidentification.StudyDeidentifier;
import org.roentgen.workflow.ingest.IngestErrors;
import org.roentgen.workflow.job.EventErrors;
import org.roentgen.workflow.pipeline.StepEnds;
import org.roentgen.workflow.quarantine.QuarantineReplay;

/**
 * The error policy of every route, by error category: INVALID_INPUT goes to quarantine without a retry; EXTERNAL and RESOURCES
 * are tried again with bounded exponential backoff, then become dead letters; INTERNAL becomes a dead letter at once.
 */
@ApplicationScoped
public class ErrorPolicy extends RouteConfigurationBuilder {
    /** Pipeline steps: attempts are counted in the database, so that a restart does not forget them. */
    public static final String STEPS = "steps";

    /** Messages of the broker: tried again in place, then given back to the broker, which has the dead letter queue. */
    public static final String MESSAGES = "messages";

    /** Arriving instances: quarantine and the standard's failure status, or a status that makes the sender try again. */
    public static final String INGEST = "ingest";

    /** Replays of quarantined objects: the entry stays open with the new cause. */
    public static final String QUARANTINE = "quarantine";

    /** Imports: refused or failed with the cause shown to the person who imports; that person is the retry. */
    public static final String IMPORTS = "imports";

    /** De-identification of studies on request: refused studies go into quarantine, others fail with the cause shown. */
    public static final String DEIDENTIFICATION = "deidentification";

    /** Periodic tasks: the next period is the retry. */
    public static final String SCHEDULES = "schedules";

    private static final int REDELIVERIES = 8;
    private static final long FIRST_DELAY_MILLISECONDS = 200;
    private static final long LONGEST_DELAY_MILLISECONDS = 10_000;
    private final StepEnds steps;
    private final EventErrors events;
    private final DatasetImports imports;
    private final IngestErrors ingest;
    private final QuarantineReplay replay;
    private final ScheduleErrors schedules;
    private final StudyDeidentifier studies;

    ErrorPolicy(
            StepEnds steps,
            EventErrors events,
            DatasetImports imports,
            IngestErrors ingest,
            QuarantineReplay replay,
            ScheduleErrors schedules,
            StudyDeidentifier studies) {
        this.steps = steps;
        this.events = events;
        this.ingest = ingest;
        this.replay = replay;
        this.imports = imports;
        this.schedules = schedules;
        this.studies = studies;
    }

    @Override
    public void configuration() {
        RouteConfigurationDefinition step = routeConfiguration(STEPS);
        step.onException(Throwable.class)
                .onWhen(is(ErrorCategory.INVALID_INPUT))
                .handled(true)
                .bean(steps, "quarantine");
        step.onException(Throwable.class).onWhen(isTransient()).handled(true).bean(steps, "retry");
        step.onException(Throwable.class)
                .onWhen(is(ErrorCategory.INTERNAL))
                .handled(true)
                .bean(steps, "deadLetter");

        RouteConfigurationDefinition message = routeConfiguration(MESSAGES);
        message.onException(InvalidJsonException.class).handled(true).bean(events, "quarantine");
        message.onException(Throwable.class)
                .onWhen(is(ErrorCategory.INVALID_INPUT))
                .handled(true)
                .bean(events, "quarantine");
        message.onException(Throwable.class)
                .onWhen(isTransient())
                .maximumRedeliveries(REDELIVERIES)
                .redeliveryDelay(FIRST_DELAY_MILLISECONDS)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(LONGEST_DELAY_MILLISECONDS)
                .handled(false);

        RouteConfigurationDefinition arrival = routeConfiguration(INGEST);
        arrival.onException(Throwable.class)
                .onWhen(is(ErrorCategory.INVALID_INPUT))
                .handled(true)
                .bean(ingest, "quarantine");
        arrival.onException(Throwable.class).handled(true).bean(ingest, "refuse");

        routeConfiguration(QUARANTINE)
                .onException(Throwable.class)
                .handled(true)
                .bean(replay, "reopen");

        routeConfiguration(IMPORTS).onException(Throwable.class).handled(true).bean(imports, "fail");

        routeConfiguration(DEIDENTIFICATION)
                .onException(Throwable.class)
                .handled(true)
                .bean(studies, "fail");

        routeConfiguration(SCHEDULES).onException(Throwable.class).handled(true).bean(schedules, "log");
    }

    private static Predicate is(ErrorCategory category) {
        return exchange -> categoryOf(exchange) == category;
    }

    private static Predicate isTransient() {
        return exchange -> switch (categoryOf(exchange)) {
            case EXTERNAL, RESOURCES -> true;
            case INVALID_INPUT, INTERNAL -> false;
        };
    }

    private static ErrorCategory categoryOf(Exchange exchange) {
        return Failures.categoryOf(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}
