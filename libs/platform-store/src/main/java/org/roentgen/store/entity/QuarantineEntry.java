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
import org.roentgen.domain.error.ErrorCode;

/** What could not be taken in, with the cause; the object, if any, is kept in the identified zone. */
@Entity
@Table(name = "quarantine")
public class QuarantineEntry {
    /** What became of the entry. */
    public enum State {
        OPEN,
        REPLAY_REQUESTED,
        REPLAYED,
        DISCARDED
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "at", updatable = false)
    private Instant at = Instant.now();

    @Column(name = "origin", updatable = false)
    private String origin;

    @Column(name = "object_id", updatable = false)
    private @Nullable String objectId;

    @Column(name = "sop_instance_uid", updatable = false)
    private @Nullable String sopInstanceUid;

    @Column(name = "study_instance_uid", updatable = false)
    private @Nullable String studyInstanceUid;

    @Enumerated(EnumType.STRING)
    @Column(name = "code", updatable = false)
    private ErrorCode code;

    @Column(name = "message", updatable = false)
    private String message;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.OPEN;

    protected QuarantineEntry() {}

    public QuarantineEntry(
            String origin,
            @Nullable String objectId,
            @Nullable String sopInstanceUid,
            @Nullable String studyInstanceUid,
            ErrorCode code,
            String message) {
        this.origin = origin;
        this.objectId = objectId;
        this.sopInstanceUid = sopInstanceUid;
        this.studyInstanceUid = studyInstanceUid;
        this.code = code;
        this.message = message;
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public String origin() {
        return origin;
    }

    public Optional<String> objectId() {
        return Optional.ofNullable(objectId);
    }

    public Optional<String> sopInstanceUid() {
        return Optional.ofNullable(sopInstanceUid);
    }

    public Optional<String> studyInstanceUid() {
        return Optional.ofNullable(studyInstanceUid);
    }

    public ErrorCode code() {
        return code;
    }

    public String message() {
        return message;
    }

    public State state() {
        return state;
    }

    public void state(State state) {
        this.state = state;
    }
}
