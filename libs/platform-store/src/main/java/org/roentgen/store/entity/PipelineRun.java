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
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;

/** One run of a pipeline version over the content of one series. */
@Entity
@Table(name = "pipeline_run")
public class PipelineRun {
    /** Where the run stands. */
    public enum State {
        RUNNING,
        WAITING_FOR_REVIEW,
        COMPLETED,
        REJECTED,
        STOPPED,
        FAILED;

        /** Whether nothing more happens by itself. */
        public boolean isTerminal() {
            return switch (this) {
                case RUNNING, WAITING_FOR_REVIEW -> false;
                case COMPLETED, REJECTED, STOPPED, FAILED -> true;
            };
        }
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "pipeline_version_id", updatable = false)
    private UUID pipelineVersionId;

    @Column(name = "study_id", updatable = false)
    private UUID studyId;

    @Column(name = "series_id", updatable = false)
    private UUID seriesId;

    @Column(name = "content_hash", updatable = false)
    private String contentHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.RUNNING;

    @Enumerated(EnumType.STRING)
    @Column(name = "cause_code")
    private @Nullable ErrorCode causeCode;

    @Column(name = "cause_message")
    private @Nullable String causeMessage;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected PipelineRun() {}

    public PipelineRun(UUID pipelineVersionId, UUID studyId, UUID seriesId, String contentHash) {
        this.pipelineVersionId = pipelineVersionId;
        this.studyId = studyId;
        this.seriesId = seriesId;
        this.contentHash = contentHash;
    }

    public UUID id() {
        return id;
    }

    public UUID pipelineVersionId() {
        return pipelineVersionId;
    }

    public UUID studyId() {
        return studyId;
    }

    public UUID seriesId() {
        return seriesId;
    }

    public String contentHash() {
        return contentHash;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public Instant createdAt() {
        return createdAt;
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
