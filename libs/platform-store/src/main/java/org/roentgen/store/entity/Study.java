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

/** A study of the archive; written through {@link org.roentgen.store.archive.InstanceArchive}. */
@Entity
@Table(name = "study")
public class Study {
    /** Whether instances are still expected. */
    public enum State {
        RECEIVING,
        COMPLETE
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "study_instance_uid", updatable = false)
    private String studyInstanceUid;

    @Column(name = "study_id", updatable = false)
    private String studyId;

    @Column(name = "accession_number", updatable = false)
    private String accessionNumber;

    @Column(name = "study_date", updatable = false)
    private String studyDate;

    @Column(name = "study_time", updatable = false)
    private String studyTime;

    @Column(name = "description", updatable = false)
    private String description;

    @Column(name = "referring_physician", updatable = false)
    private String referringPhysician;

    @Column(name = "source_id", updatable = false)
    private @Nullable UUID sourceId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "first_received_at", updatable = false)
    private Instant firstReceivedAt;

    @Column(name = "last_received_at", updatable = false)
    private Instant lastReceivedAt;

    protected Study() {}

    public UUID id() {
        return id;
    }

    public UUID patientId() {
        return patientId;
    }

    public String studyInstanceUid() {
        return studyInstanceUid;
    }

    public String studyId() {
        return studyId;
    }

    public String accessionNumber() {
        return accessionNumber;
    }

    public String studyDate() {
        return studyDate;
    }

    public String studyTime() {
        return studyTime;
    }

    public String description() {
        return description;
    }

    public String referringPhysician() {
        return referringPhysician;
    }

    public Optional<UUID> sourceId() {
        return Optional.ofNullable(sourceId);
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }
}
