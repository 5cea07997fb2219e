package org.roentgen.api.model;

import java.util.List;
import java.util.UUID;
import org.roentgen.domain.dataset.Task;

/** A model with its versions, newest first. */
public record ModelView(UUID id, String name, Task task, List<ModelVersionView> versions) {}
