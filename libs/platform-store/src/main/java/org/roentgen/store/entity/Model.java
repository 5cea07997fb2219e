package org.roentgen.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.roentgen.domain.dataset.Task;

/** A named model. */
@Entity
@Table(name = "model")
public class Model {
    @Id
    private UUID id = UUID.randomUUID();

    @Column(name = "name", updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "task", updatable = false)
    private Task task;

    protected Model() {}

    public Model(String name, Task task) {
        this.name = name;
        this.task = task;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Task task() {
        return task;
    }
}
