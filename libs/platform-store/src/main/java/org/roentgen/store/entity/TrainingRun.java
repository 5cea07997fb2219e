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

/** One training of a model on a data set version. */
@Entity
@Table(name = "training_run")
public class TrainingRun {
    /** Where the training stands. */
    public enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLING,
        CANCELLED;

        /** Whether nothing more happens by itself. */
        public boolean isTerminal() {
            return switch (this) {
                case QUEUED, RUNNING, CANCELLING -> false;
                case COMPLETED, FAILED, CANCELLED -> true;
            };
        }
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "model_name", updatable = false)
    private String modelName;

    @Column(name = "dataset_version_id", updatable = false)
    private UUID datasetVersionId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "spec", updatable = false)
    private String spec;

    @Column(name = "job_id", updatable = false)
    private UUID jobId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.QUEUED;

    @Column(name = "device")
    private String device = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "cause_code")
    private @Nullable ErrorCode causeCode;

    @Column(name = "cause_message")
    private @Nullable String causeMessage;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected TrainingRun() {}

    public TrainingRun(UUID id, String modelName, UUID datasetVersionId, String spec, UUID jobId, String createdBy) {
        this.id = id;
        this.modelName = modelName;
        this.datasetVersionId = datasetVersionId;
        this.spec = spec;
        this.jobId = jobId;
        this.createdBy = createdBy;
    }

    public UUID id() {
        return id;
    }

    public String modelName() {
        return modelName;
    }

    public UUID datasetVersionId() {
        return datasetVersionId;
    }

    public String spec() {
        return spec;
    }

    public UUID jobId() {
        return jobId;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public String device() {
        return device;
    }

    public void device(String device) {
        this.device = device;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
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
