package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pipeline; its behaviour is that of the active version. */
@Entity
@Table(name = "pipeline")
public class Pipeline {
    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "name", updatable = false)
    private String name;

    @Column(name = "active_version_id")
    private @Nullable UUID activeVersionId;

    protected Pipeline() {}

    public Pipeline(String name) {
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Optional<UUID> activeVersionId() {
        return Optional.ofNullable(activeVersionId);
    }

    public void activeVersionId(@Nullable UUID activeVersionId) {
        this.activeVersionId = activeVersionId;
    }
}
