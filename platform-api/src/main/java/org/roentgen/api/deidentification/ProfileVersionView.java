package org.roentgen.api.deidentification;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.roentgen.api.Json;
import org.roentgen.store.query.Row;

/**
 * One immutable version of a profile.
 *
 * @param hash SHA-256 of the exported definition
 * @param directIdentifiers what it keeps that names a person; if there is any, a second person has to approve it
 */
public record ProfileVersionView(
        String name,
        int version,
        State state,
        String hash,
        List<String> directIdentifiers,
        String createdBy,
        Instant createdAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {
    static final String SELECT = """
            select name, version, state, hash, cast(direct_identifiers as text) as direct_identifiers, created_by,
                created_at, decided_by, decided_at from deidentification_profile
            """;

    /** Whether it may be used. */
    public enum State {
        /** Waits for a second person. */
        REQUESTED,
        APPROVED,
        DECLINED
    }

    static ProfileVersionView of(Row row, Json json) {
        return new ProfileVersionView(
                row.text("name"),
                row.integer("version"),
                row.constant("state", State.class),
                row.text("hash"),
                json.read(row.text("direct_identifiers"), new TypeReference<List<String>>() {}),
                row.text("created_by"),
                row.instant("created_at"),
                row.optionalText("decided_by"),
                row.optionalInstant("decided_at"));
    }
}
