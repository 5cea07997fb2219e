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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;

/** A job for a worker: the outbox entry until it is sent, then its course. */
@Entity
@Table(name = "job")
public class JobRecord {
    /** Which worker it is for. */
    public enum Kind {
        TRAIN,
        INFER,
        IMPORT_MODEL,
        ESTIMATE,
        COMPARE
    }

    /** Where the job stands. */
    public enum State {
        PENDING,
        SENT,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        /** Whether nothing more happens by itself. */
        public boolean isTerminal() {
            return switch (this) {
                case PENDING, SENT, RUNNING -> false;
                case COMPLETED, FAILED, CANCELLED -> true;
            };
        }
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private Kind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "payload", updatable = false)
    private String payload;

    @Column(name = "priority", updatable = false)
    private int priority;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.PENDING;

    @Column(name = "step_id", updatable = false)
    private @Nullable UUID stepId;

    @Column(name = "cancel_requested")
    private boolean cancelRequested = false;

    @Column(name = "progress")
    private double progress = 0;

    @Column(name = "message")
    private String message = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "cause_code")
    private @Nullable ErrorCode causeCode;

    @Column(name = "cause_message")
    private @Nullable String causeMessage;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected JobRecord() {}

    public JobRecord(UUID id, Kind kind, String payload, int priority, @Nullable UUID stepId) {
        this.id = id;
        this.kind = kind;
        this.payload = payload;
        this.priority = priority;
        this.stepId = stepId;
    }

    public UUID id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String payload() {
        return payload;
    }

    public int priority() {
        return priority;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public Optional<UUID> stepId() {
        return Optional.ofNullable(stepId);
    }

    public boolean cancelRequested() {
        return cancelRequested;
    }

    public void cancelRequested(boolean cancelRequested) {
        this.cancelRequested = cancelRequested;
    }

    public double progress() {
        return progress;
    }

    public void progress(double progress) {
        this.progress = progress;
    }

    public String message() {
        return message;
    }

    public void message(String message) {
        this.message = message;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    public void sentAt(@Nullable Instant sentAt) {
        this.sentAt = sentAt;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    public void finishedAt(@Nullable Instant finishedAt) {
        this.finishedAt = finishedAt;
    }

    /** Why it did not succeed. */
    public Optional<Cause> cause() {
        return causeCode == null || causeMessage == null
                ? Optional.empty()
                : Optional.of(new Cause(causeCode, causeMessage));
    }

    public void cause(@Nullable Cause cause) {
        this.causeCode = cause == null ? null : cause.code();
        this.causeMessage = cause == null ? null : cause.message();
    }
}
