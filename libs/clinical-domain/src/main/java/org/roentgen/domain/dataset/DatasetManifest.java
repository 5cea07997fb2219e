package org.roentgen.domain.dataset;

import java.util.List;

/**
 * The content of a dataset version. Stored as JSON in the de-identified zone; its object id is the version's hash.
 *
 * @param source how it was imported, for people: nifti, image-folder, npz, archive
 */
public record DatasetManifest(
        int schemaVersion,
        String name,
        Task task,
        String source,
        List<LabelDefinition> labels,
        List<DatasetCase> cases) {
    public DatasetManifest {
        labels = List.copyOf(labels);
        cases = List.copyOf(cases);
    }
}
