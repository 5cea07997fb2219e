package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One immutable definition of a pipeline. */
@Entity
@Table(name = "pipeline_version")
public class PipelineVersion {
    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "pipeline_id", updatable = false)
    private UUID pipelineId;

    @Column(name = "version", updatable = false)
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "definition", updatable = false)
    private String definition;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    protected PipelineVersion() {}

    public PipelineVersion(UUID pipelineId, int version, String definition, String createdBy) {
        this.pipelineId = pipelineId;
        this.version = version;
        this.definition = definition;
        this.createdBy = createdBy;
    }

    public UUID id() {
        return id;
    }

    public UUID pipelineId() {
        return pipelineId;
    }

    public int version() {
        return version;
    }

    public String definition() {
        return definition;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
