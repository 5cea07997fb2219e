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

/** A reader's decision on a run. */
@Entity
@Table(name = "review")
public class Review {
    /** The decision. */
    public enum State {
        PENDING,
        ACCEPTED,
        REJECTED
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "run_id", updatable = false)
    private UUID runId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.PENDING;

    @Column(name = "reader")
    private @Nullable String reader;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    protected Review() {}

    public Review(UUID runId) {
        this.runId = runId;
    }

    public UUID id() {
        return id;
    }

    public UUID runId() {
        return runId;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public Optional<String> reader() {
        return Optional.ofNullable(reader);
    }

    public void reader(@Nullable String reader) {
        this.reader = reader;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public void reason(@Nullable String reason) {
        this.reason = reason;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public void decidedAt(@Nullable Instant decidedAt) {
        this.decidedAt = decidedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
