package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A series of the archive. */
@Entity
@Table(name = "series")
public class Series {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "study_id", updatable = false)
    private UUID studyId;

    @Column(name = "series_instance_uid", updatable = false)
    private String seriesInstanceUid;

    @Column(name = "modality", updatable = false)
    private String modality;

    @Column(name = "series_number", updatable = false)
    private @Nullable Integer seriesNumber;

    @Column(name = "description", updatable = false)
    private String description;

    @Column(name = "body_part", updatable = false)
    private String bodyPart;

    @Column(name = "frame_of_reference_uid", updatable = false)
    private String frameOfReferenceUid;

    protected Series() {}

    public UUID id() {
        return id;
    }

    public UUID studyId() {
        return studyId;
    }

    public String seriesInstanceUid() {
        return seriesInstanceUid;
    }

    public String modality() {
        return modality;
    }

    public Optional<Integer> seriesNumber() {
        return Optional.ofNullable(seriesNumber);
    }

    public String description() {
        return description;
    }

    public String bodyPart() {
        return bodyPart;
    }

    public String frameOfReferenceUid() {
        return frameOfReferenceUid;
    }
}
