package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.roentgen.domain.dataset.Split;

/** One immutable version of a data set; the manifest is an object of the de-identified zone. */
@Entity
@Table(name = "dataset_version")
public class DatasetVersion {
    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "dataset_id", updatable = false)
    private UUID datasetId;

    @Column(name = "version", updatable = false)
    private int version;

    @Column(name = "manifest_object_id", updatable = false)
    private String manifestObjectId;

    @Column(name = "cases", updatable = false)
    private int cases;

    @Column(name = "patients", updatable = false)
    private int patients;

    @Column(name = "train_cases", updatable = false)
    private int trainCases;

    @Column(name = "tune_cases", updatable = false)
    private int tuneCases;

    @Column(name = "test_cases", updatable = false)
    private int testCases;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "labels", updatable = false)
    private String labels;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    protected DatasetVersion() {}

    public DatasetVersion(
            UUID datasetId,
            int version,
            String manifestObjectId,
            String labels,
            String createdBy,
            Map<Split, Integer> casesBySplit,
            int patients) {
        this.datasetId = datasetId;
        this.version = version;
        this.manifestObjectId = manifestObjectId;
        this.labels = labels;
        this.createdBy = createdBy;
        this.patients = patients;
        this.trainCases = casesBySplit.getOrDefault(Split.TRAIN, 0);
        this.tuneCases = casesBySplit.getOrDefault(Split.TUNE, 0);
        this.testCases = casesBySplit.getOrDefault(Split.TEST, 0);
        this.cases = trainCases + tuneCases + testCases;
    }

    public UUID id() {
        return id;
    }

    public UUID datasetId() {
        return datasetId;
    }

    public int version() {
        return version;
    }

    public String manifestObjectId() {
        return manifestObjectId;
    }

    public int cases() {
        return cases;
    }

    public int patients() {
        return patients;
    }

    public int trainCases() {
        return trainCases;
    }

    public int tuneCases() {
        return tuneCases;
    }

    public int testCases() {
        return testCases;
    }

    public String labels() {
        return labels;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
