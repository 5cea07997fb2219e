package org.roentgen.api.deidentification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.store.query.Row;

/** A study that is to be de-identified again. */
public record StudyRequestView(
        UUID id,
        UUID studyId,
        String profile,
        State state,
        Optional<String> cause,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> finishedAt) {
    static final String SELECT = """
            select id, study_id, profile, state, cause_message, requested_by, requested_at, finished_at
            from deidentification_request
            """;

    /** How far it is. */
    public enum State {
        PENDING,
        RUNNING,
        COMPLETED,
        /** An instance could not be de-identified safely: none of the study was released. */
        REFUSED,
        FAILED
    }

    static StudyRequestView of(Row row) {
        return new StudyRequestView(
                row.uuid("id"),
                row.uuid("study_id"),
                row.text("profile"),
                row.constant("state", State.class),
                row.optionalText("cause_message"),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.optionalInstant("finished_at"));
    }
}
