package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a model said of the series of a run, against the original instances. */
@Entity
@Table(name = "inference_result")
public class InferenceResultRecord {
    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "run_id", updatable = false)
    private UUID runId;

    @Column(name = "model_version_id", updatable = false)
    private UUID modelVersionId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "findings", updatable = false)
    private String findings;

    @Column(name = "seg_instance_uid", updatable = false)
    private @Nullable String segInstanceUid;

    @Column(name = "sr_instance_uid", updatable = false)
    private @Nullable String srInstanceUid;

    @Column(name = "device", updatable = false)
    private String device;

    @Column(name = "milliseconds", updatable = false)
    private long milliseconds;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    protected InferenceResultRecord() {}

    public InferenceResultRecord(
            UUID runId,
            UUID modelVersionId,
            String findings,
            @Nullable String segInstanceUid,
            @Nullable String srInstanceUid,
            String device,
            long milliseconds) {
        this.runId = runId;
        this.modelVersionId = modelVersionId;
        this.findings = findings;
        this.segInstanceUid = segInstanceUid;
        this.srInstanceUid = srInstanceUid;
        this.device = device;
        this.milliseconds = milliseconds;
    }

    public UUID id() {
        return id;
    }

    public UUID runId() {
        return runId;
    }

    public UUID modelVersionId() {
        return modelVersionId;
    }

    public String findings() {
        return findings;
    }

    public Optional<String> segInstanceUid() {
        return Optional.ofNullable(segInstanceUid);
    }

    public Optional<String> srInstanceUid() {
        return Optional.ofNullable(srInstanceUid);
    }

    public String device() {
        return device;
    }

    public long milliseconds() {
        return milliseconds;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
