package org.roentgen.api.crosswalk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.api.crosswalk.ErasureReport.HoldingDataset;
import org.roentgen.api.crosswalk.ErasureReport.HoldingModel;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Which data sets hold images of a person, and which models learned from them. */
@ApplicationScoped
class Holdings {
    private final Queries queries;
    private final Json json;
    private final ObjectStore objects;

    Holdings(Queries queries, Json json, @Deidentified ObjectStore objects) {
        this.queries = queries;
        this.json = json;
        this.objects = objects;
    }

    private record Version(UUID id, String name, int version, ObjectId manifest) {}

    List<HoldingDataset> datasets(List<String> persons) throws IOException {
        List<Version> versions = queries.list(
                """
                select v.id, d.name, v.version, v.manifest_object_id from dataset_version v
                join dataset d on d.id = v.dataset_id order by d.name, v.version
                """,
                Map.of(),
                row -> new Version(
                        row.uuid("id"),
                        row.text("name"),
                        row.integer("version"),
                        new ObjectId(row.text("manifest_object_id"))));
        List<HoldingDataset> holding = new ArrayList<>();
        for (Version version : versions) {
            int cases = cases(version.manifest(), persons);
            if (cases > 0) {
                holding.add(new HoldingDataset(version.id(), version.name(), version.version(), cases));
            }
        }
        return holding;
    }

    List<HoldingModel> models(List<HoldingDataset> datasets) {
        List<HoldingModel> models = new ArrayList<>();
        for (HoldingDataset dataset : datasets) {
            models.addAll(queries.list(
                    """
                    select v.id, m.name, v.version from model_version v join model m on m.id = v.model_id
                    join training_run t on t.id = v.training_run_id where t.dataset_version_id = :dataset
                    order by m.name, v.version
                    """,
                    Map.of("dataset", dataset.datasetVersionId()),
                    row -> new HoldingModel(
                            row.uuid("id"), row.text("name"), row.integer("version"), dataset.datasetVersionId())));
        }
        return models;
    }

    private int cases(ObjectId manifest, List<String> persons) throws IOException {
        String text = new String(objects.read(manifest), StandardCharsets.UTF_8);
        if (persons.stream().noneMatch(text::contains)) {
            return 0;
        }
        return (int) json.read(text, DatasetManifest.class).cases().stream()
                .filter(one -> persons.contains(one.patient()))
                .count();
    }
}
