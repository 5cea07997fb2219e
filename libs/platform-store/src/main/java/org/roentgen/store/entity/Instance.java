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

/** An instance of the archive and the object that holds it. */
@Entity
@Table(name = "instance")
public class Instance {
    /** Who made the instance: a sender, or the platform itself. */
    public enum Origin {
        RECEIVED,
        DERIVED
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "series_id", updatable = false)
    private UUID seriesId;

    @Column(name = "sop_instance_uid", updatable = false)
    private String sopInstanceUid;

    @Column(name = "sop_class_uid", updatable = false)
    private String sopClassUid;

    @Column(name = "transfer_syntax_uid", updatable = false)
    private String transferSyntaxUid;

    @Column(name = "instance_number", updatable = false)
    private @Nullable Integer instanceNumber;

    @Column(name = "rows", updatable = false)
    private @Nullable Integer rows;

    @Column(name = "columns", updatable = false)
    private @Nullable Integer columns;

    @Column(name = "frames", updatable = false)
    private int frames;

    @Column(name = "decodable", updatable = false)
    private boolean decodable;

    @Column(name = "object_id", updatable = false)
    private String objectId;

    @Column(name = "size_bytes", updatable = false)
    private long sizeBytes;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", updatable = false)
    private Origin origin;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    protected Instance() {}

    public UUID id() {
        return id;
    }

    public UUID seriesId() {
        return seriesId;
    }

    public String sopInstanceUid() {
        return sopInstanceUid;
    }

    public String sopClassUid() {
        return sopClassUid;
    }

    public String transferSyntaxUid() {
        return transferSyntaxUid;
    }

    public Optional<Integer> instanceNumber() {
        return Optional.ofNullable(instanceNumber);
    }

    public Optional<Integer> rows() {
        return Optional.ofNullable(rows);
    }

    public Optional<Integer> columns() {
        return Optional.ofNullable(columns);
    }

    public int frames() {
        return frames;
    }

    public boolean decodable() {
        return decodable;
    }

    public String objectId() {
        return objectId;
    }

    public Origin origin() {
        return origin;
    }
}
