package org.roentgen.workflow.dataset;

import java.util.List;
import java.util.Optional;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;

/**
 * What a source says of its images.
 *
 * @param names of all classes or findings, in order
 */
record ImageLabels(Task task, List<String> names, List<Labelled> images) {
    ImageLabels {
        names = List.copyOf(names);
        images = List.copyOf(images);
    }

    /**
     * One image.
     *
     * @param names its class, or its findings
     */
    record Labelled(String file, Optional<String> patient, Optional<Split> split, List<String> names) {
        Labelled {
            names = List.copyOf(names);
        }
    }
}
