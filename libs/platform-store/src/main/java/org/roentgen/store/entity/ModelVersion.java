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

/** One signed model package in the registry. */
@Entity
@Table(name = "model_version")
public class ModelVersion {
    /** Whether the version may be run on patients. */
    public enum Stage {
        /** Not judged yet. */
        DRAFT,
        CANDIDATE,
        /** On trial beside the one in production. */
        SHADOW,
        PRODUCTION,
        RETIRED
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "model_id", updatable = false)
    private UUID modelId;

    @Column(name = "version", updatable = false)
    private int version;

    @Column(name = "training_run_id", updatable = false)
    private @Nullable UUID trainingRunId;

    @Column(name = "package_object_id", updatable = false)
    private String packageObjectId;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    private Stage stage = Stage.CANDIDATE;

    @Column(name = "parity_max_abs_difference", updatable = false)
    private double parityMaxAbsDifference;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "metrics", updatable = false)
    private String metrics;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    protected ModelVersion() {}

    public ModelVersion(
            UUID modelId,
            int version,
            @Nullable UUID trainingRunId,
            String packageObjectId,
            double parityMaxAbsDifference,
            String metrics) {
        this.modelId = modelId;
        this.version = version;
        this.trainingRunId = trainingRunId;
        this.packageObjectId = packageObjectId;
        this.parityMaxAbsDifference = parityMaxAbsDifference;
        this.metrics = metrics;
    }

    public UUID id() {
        return id;
    }

    public UUID modelId() {
        return modelId;
    }

    public int version() {
        return version;
    }

    public Optional<UUID> trainingRunId() {
        return Optional.ofNullable(trainingRunId);
    }

    public String packageObjectId() {
        return packageObjectId;
    }

    public Stage stage() {
        return stage;
    }

    public void stage(Stage stage) {
        this.stage = stage;
    }

    public double parityMaxAbsDifference() {
        return parityMaxAbsDifference;
    }

    public String metrics() {
        return metrics;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
