package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A sender that is allowed to store: a DIMSE peer by its AE title, or the STOW-RS door. */
@Entity
@Table(name = "source")
public class Source {
    /** How the source reaches the platform. */
    public enum Kind {
        DIMSE,
        STOW
    }

    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "ae_title")
    private String aeTitle;

    @Column(name = "description")
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private Kind kind;

    @Column(name = "enabled")
    private boolean enabled = true;

    @Column(name = "query_retrieve")
    private boolean queryRetrieve;

    @Column(name = "quiet_seconds")
    private int quietSeconds;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    protected Source() {}

    public Source(String aeTitle, String description, Kind kind, int quietSeconds) {
        this.aeTitle = aeTitle;
        this.description = description;
        this.kind = kind;
        this.quietSeconds = quietSeconds;
    }

    public UUID id() {
        return id;
    }

    public String aeTitle() {
        return aeTitle;
    }

    public void aeTitle(String aeTitle) {
        this.aeTitle = aeTitle;
    }

    public String description() {
        return description;
    }

    public void description(String description) {
        this.description = description;
    }

    public Kind kind() {
        return kind;
    }

    public boolean enabled() {
        return enabled;
    }

    public void enabled(boolean enabled) {
        this.enabled = enabled;
    }

    public int quietSeconds() {
        return quietSeconds;
    }

    public void quietSeconds(int quietSeconds) {
        this.quietSeconds = quietSeconds;
    }

    /** Whether it may query the archive and retrieve from it. */
    public boolean queryRetrieve() {
        return queryRetrieve;
    }

    public void queryRetrieve(boolean queryRetrieve) {
        this.queryRetrieve = queryRetrieve;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
