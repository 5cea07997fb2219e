package org.roentgen.api.deidentification;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.store.query.Row;

/**
 * What was done to one instance, without any value.
 *
 * @param instanceId of the original in the platform
 * @param objectId of the copy, which is the SHA-256 of its file
 * @param regions rectangles of its frames that were blanked; of an image in doubt those that were found
 * @param reviewer who decided what was blanked; empty where nobody had to
 * @param doubtful true where a person has to decide what is blanked
 * @param cause why it was refused
 */
public record InstanceRecord(
        UUID instanceId,
        State state,
        boolean released,
        Optional<String> pseudonymousSopInstanceUid,
        Optional<String> objectId,
        List<InstanceAction> attributes,
        List<Region> regions,
        Optional<String> reviewer,
        boolean doubtful,
        Optional<String> cause,
        Instant createdAt) {
    static final String SELECT = """
            select instance_id, state, released, pseudonymous_sop_instance_uid, object_id, cast(actions as text) as actions,
                cast(regions as text) as regions, reviewer, doubtful, cause_message, created_at
            from deidentified_instance where record_id = :record
            """;

    /** Whether there is a copy. */
    public enum State {
        DONE,
        REFUSED
    }

    /** One attribute: the action, and the keyed fingerprints of its value before and after. */
    public record InstanceAction(String path, String action, Optional<String> before, Optional<String> after) {}

    static InstanceRecord of(Row row, Json json) {
        return new InstanceRecord(
                row.uuid("instance_id"),
                row.constant("state", State.class),
                row.flag("released"),
                row.optionalText("pseudonymous_sop_instance_uid"),
                row.optionalText("object_id"),
                json.read(row.text("actions"), new TypeReference<List<InstanceAction>>() {}),
                json.read(row.text("regions"), new TypeReference<List<Region>>() {}),
                row.optionalText("reviewer"),
                row.flag("doubtful"),
                row.optionalText("cause_message"),
                row.instant("created_at"));
    }
}
