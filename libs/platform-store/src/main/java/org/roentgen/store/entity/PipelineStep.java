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
import org.roentgen.domain.pipeline.StepKind;

/** One step of a run. */
@Entity
@Table(name = "pipeline_step")
public class PipelineStep {
    /** Where the step stands. */
    public enum State {
        PENDING,
        READY,
        RUNNING,
        WAITING,
        COMPLETED,
        SKIPPED,
        STOPPED,
        DEAD_LETTER;

        /** Whether nothing more happens by itself. */
        public boolean isTerminal() {
            return switch (this) {
                case PENDING, READY, RUNNING, WAITING -> false;
                case COMPLETED, SKIPPED, STOPPED, DEAD_LETTER -> true;
            };
        }
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "run_id", updatable = false)
    private UUID runId;

    @Column(name = "ordinal", updatable = false)
    private int ordinal;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private StepKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "configuration", updatable = false)
    private String configuration;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "attempt")
    private int attempt = 0;

    @Column(name = "available_at")
    private Instant availableAt = Instant.now();

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "cause_code")
    private @Nullable ErrorCode causeCode;

    @Column(name = "cause_message")
    private @Nullable String causeMessage;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "output")
    private @Nullable String output;

    protected PipelineStep() {}

    public PipelineStep(UUID runId, int ordinal, StepKind kind, String configuration, State state) {
        this.runId = runId;
        this.ordinal = ordinal;
        this.kind = kind;
        this.configuration = configuration;
        this.state = state;
    }

    public UUID id() {
        return id;
    }

    public UUID runId() {
        return runId;
    }

    public int ordinal() {
        return ordinal;
    }

    public StepKind kind() {
        return kind;
    }

    public String configuration() {
        return configuration;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public int attempt() {
        return attempt;
    }

    public void attempt(int attempt) {
        this.attempt = attempt;
    }

    public Instant availableAt() {
        return availableAt;
    }

    public void availableAt(Instant availableAt) {
        this.availableAt = availableAt;
    }

    public Optional<Instant> leaseUntil() {
        return Optional.ofNullable(leaseUntil);
    }

    public void leaseUntil(@Nullable Instant leaseUntil) {
        this.leaseUntil = leaseUntil;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public void startedAt(@Nullable Instant startedAt) {
        this.startedAt = startedAt;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    public void finishedAt(@Nullable Instant finishedAt) {
        this.finishedAt = finishedAt;
    }

    public Optional<String> output() {
        return Optional.ofNullable(output);
    }

    public void output(@Nullable String output) {
        this.output = output;
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
