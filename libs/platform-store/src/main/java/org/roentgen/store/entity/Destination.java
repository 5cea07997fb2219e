package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A DIMSE peer that results are delivered to. */
@Entity
@Table(name = "destination")
public class Destination {
    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "name")
    private String name;

    @Column(name = "ae_title")
    private String aeTitle;

    @Column(name = "host")
    private String host;

    @Column(name = "port")
    private int port;

    @Column(name = "enabled")
    private boolean enabled = true;

    @Column(name = "query_retrieve")
    private boolean queryRetrieve;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.now();

    protected Destination() {}

    public Destination(String name, String aeTitle, String host, int port) {
        this.name = name;
        this.aeTitle = aeTitle;
        this.host = host;
        this.port = port;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void name(String name) {
        this.name = name;
    }

    public String aeTitle() {
        return aeTitle;
    }

    public void aeTitle(String aeTitle) {
        this.aeTitle = aeTitle;
    }

    public String host() {
        return host;
    }

    public void host(String host) {
        this.host = host;
    }

    public int port() {
        return port;
    }

    public void port(int port) {
        this.port = port;
    }

    public boolean enabled() {
        return enabled;
    }

    public void enabled(boolean enabled) {
        this.enabled = enabled;
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
