package org.roentgen.api.training;

import java.util.Optional;
import java.util.UUID;
import org.roentgen.domain.error.Cause;
import org.roentgen.store.entity.JobRecord;
import org.roentgen.store.query.Row;

/**
 * What a training would need.
 *
 * @param cause why the specification cannot be trained at all
 * @param need empty until a worker has answered
 */
public record EstimateView(UUID id, JobRecord.State state, Optional<Cause> cause, Optional<MemoryNeed> need) {
    /**
     * Memory on the worker.
     *
     * @param engineBytes weights, gradients, optimiser and activations
     * @param imageBytes preprocessed images
     * @param text both with their parts, for people
     * @param refusal why it does not fit now, with the fix
     */
    public record MemoryNeed(long engineBytes, long imageBytes, String text, Optional<String> refusal) {}

    static final String SELECT = """
            select j.id, j.state, j.cause_code, j.cause_message, e.engine_bytes, e.image_bytes, e.text, e.refusal
            from job j left join training_estimate e on e.job_id = j.id where j.kind = 'ESTIMATE' and j.id = :id
            """;

    static EstimateView of(Row row) {
        return new EstimateView(
                row.uuid("id"),
                row.constant("state", JobRecord.State.class),
                row.cause(),
                row.optionalText("text")
                        .map(text -> new MemoryNeed(
                                row.number("engine_bytes"),
                                row.number("image_bytes"),
                                text,
                                row.optionalText("refusal"))));
    }
}
