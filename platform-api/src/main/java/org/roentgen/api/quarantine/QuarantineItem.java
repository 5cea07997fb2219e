package org.roentgen.api.quarantine;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.store.entity.QuarantineEntry;

/** What could not be taken in, and why. */
public record QuarantineItem(
        UUID id,
        Instant at,
        String origin,
        Optional<String> sopInstanceUid,
        Optional<String> studyInstanceUid,
        ErrorCode code,
        String message,
        QuarantineEntry.State state) {
    static QuarantineItem of(QuarantineEntry entry) {
        return new QuarantineItem(
                entry.id(),
                entry.at(),
                entry.origin(),
                entry.sopInstanceUid(),
                entry.studyInstanceUid(),
                entry.code(),
                entry.message(),
                entry.state());
    }
}
