package org.roentgen.api.dataset;

import java.util.List;
import java.util.UUID;
import org.roentgen.domain.dataset.Task;

/** A data set with its versions, newest first. */
public record DatasetView(UUID id, String name, Task task, List<DatasetVersionView> versions) {}
