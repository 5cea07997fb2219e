package org.roentgen.api.crosswalk;

import java.util.List;
import java.util.UUID;

/**
 * What was erased of a person, and who still holds de-identified images of theirs.
 *
 * @param pseudonyms all that the person had: one for each key, that of another project or an older one
 * @param mappings pseudonyms that lead nowhere any more
 * @param copies de-identified instances that were cut off from their originals
 * @param facePictures objects that showed the person's face and are deleted
 * @param archivedStudies studies of the person that the identified archive still holds
 */
public record ErasureReport(
        String person,
        List<String> pseudonyms,
        int mappings,
        int copies,
        int facePictures,
        int archivedStudies,
        List<HoldingDataset> datasets,
        List<HoldingModel> models) {
    public ErasureReport {
        pseudonyms = List.copyOf(pseudonyms);
        datasets = List.copyOf(datasets);
        models = List.copyOf(models);
    }

    /** A data set version with images of the person. */
    public record HoldingDataset(UUID datasetVersionId, String name, int version, int cases) {}

    /** A model version that was trained on such a data set version. */
    public record HoldingModel(UUID modelVersionId, String name, int version, UUID datasetVersionId) {}
}
