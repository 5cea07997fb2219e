package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The delivery of one result object to one destination. */
@Entity
@Table(name = "delivery")
public class Delivery {
    /** Where the delivery stands. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "run_id", updatable = false)
    private UUID runId;

    @Column(name = "destination_id", updatable = false)
    private UUID destinationId;

    @Column(name = "sop_instance_uid", updatable = false)
    private String sopInstanceUid;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.PENDING;

    @Column(name = "attempts")
    private int attempts = 0;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    protected Delivery() {}

    public Delivery(UUID runId, UUID destinationId, String sopInstanceUid) {
        this.runId = runId;
        this.destinationId = destinationId;
        this.sopInstanceUid = sopInstanceUid;
    }

    public UUID id() {
        return id;
    }

    public UUID runId() {
        return runId;
    }

    public UUID destinationId() {
        return destinationId;
    }

    public String sopInstanceUid() {
        return sopInstanceUid;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public int attempts() {
        return attempts;
    }

    public void attempts(int attempts) {
        this.attempts = attempts;
    }

    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    public void lastError(@Nullable String lastError) {
        this.lastError = lastError;
    }

    public Optional<Instant> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    public void deliveredAt(@Nullable Instant deliveredAt) {
        this.deliveredAt = deliveredAt;
    }
}
