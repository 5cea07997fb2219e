package org.roentgen.workflow.ingest;

import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.object.ObjectId;

/**
 * An instance whose bytes are durable in the identified zone, and nothing else is known of it.
 *
 * @param origin where it came from, for people: {@code DIMSE SCANNER1}
 * @param sourceId row of the sender; empty if it was removed meanwhile
 * @param announced what the sender said it is
 */
public record Arrival(
        ObjectId object, long size, String origin, Optional<UUID> sourceId, Optional<Announced> announced) {
    /** SOP class and instance of the C-STORE request. */
    public record Announced(String sopClassUid, String sopInstanceUid) {}
}
