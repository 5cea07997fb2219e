package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.roentgen.domain.job.CompareModelJob;
import org.roentgen.domain.job.EstimateTrainingJob;
import org.roentgen.domain.job.ExportModelJob;
import org.roentgen.domain.job.ImportModelJob;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.TrainJob;

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
        COMPARE,
        EXPORT;

        /** The kind of a job. */
        public static Kind of(Job job) {
            return switch (job) {
                case TrainJob _ -> TRAIN;
                case InferenceJob _ -> INFER;
                case ImportModelJob _ -> IMPORT_MODEL;
                case EstimateTrainingJob _ -> ESTIMATE;
                case CompareModelJob _ -> COMPARE;
                case ExportModelJob _ -> EXPORT;
            };
        }
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

    /** Only workflow-routes moves it on. */
    @Enumerated(EnumType.STRING)
    @Column(name = "state", updatable = false)
    private State state = State.PENDING;

    @Column(name = "cancel_requested")
    private boolean cancelRequested = false;

    protected JobRecord() {}

    /** @param payload the job as JSON */
    public JobRecord(Job job, String payload) {
        this.id = job.jobId().value();
        this.kind = Kind.of(job);
        this.payload = payload;
        this.priority = job.priority().jms();
    }

    /** Asks for its end; whoever has it notices. */
    public void cancel() {
        cancelRequested = true;
    }
}
