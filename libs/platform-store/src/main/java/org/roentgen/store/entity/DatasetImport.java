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

/** A request to import reviewed data, and what became of it. */
@Entity
@Table(name = "dataset_import")
public class DatasetImport {
    /** The form of the data. */
    public enum Format {
        NIFTI,
        IMAGE_FOLDER,
        NPZ,
        ARCHIVE
    }

    /** Where the import stands. */
    public enum State {
        PENDING,
        RUNNING,
        COMPLETED,
        REFUSED,
        FAILED;

        /** Whether nothing more happens by itself. */
        public boolean isTerminal() {
            return switch (this) {
                case PENDING, RUNNING -> false;
                case COMPLETED, REFUSED, FAILED -> true;
            };
        }
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "dataset_name", updatable = false)
    private String datasetName;

    @Enumerated(EnumType.STRING)
    @Column(name = "format", updatable = false)
    private Format format;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "options", updatable = false)
    private String options;

    @Column(name = "upload_object_id", updatable = false)
    private @Nullable String uploadObjectId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.PENDING;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "problems")
    private String problems = "[]";

    @Column(name = "dataset_version_id")
    private @Nullable UUID datasetVersionId;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected DatasetImport() {}

    public DatasetImport(
            String datasetName, Format format, String options, @Nullable String uploadObjectId, String createdBy) {
        this.datasetName = datasetName;
        this.format = format;
        this.options = options;
        this.uploadObjectId = uploadObjectId;
        this.createdBy = createdBy;
    }

    public UUID id() {
        return id;
    }

    public String datasetName() {
        return datasetName;
    }

    public Format format() {
        return format;
    }

    public String options() {
        return options;
    }

    public Optional<String> uploadObjectId() {
        return Optional.ofNullable(uploadObjectId);
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }

    public Optional<Instant> leaseUntil() {
        return Optional.ofNullable(leaseUntil);
    }

    public void leaseUntil(@Nullable Instant leaseUntil) {
        this.leaseUntil = leaseUntil;
    }

    public String problems() {
        return problems;
    }

    public void problems(String problems) {
        this.problems = problems;
    }

    public Optional<UUID> datasetVersionId() {
        return Optional.ofNullable(datasetVersionId);
    }

    public void datasetVersionId(@Nullable UUID datasetVersionId) {
        this.datasetVersionId = datasetVersionId;
    }

    public String createdBy() {
        return createdBy;
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
}
