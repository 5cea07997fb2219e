package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.KeyUse;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Notifications;
import org.roentgen.workflow.database.Notifications.Subject;
import org.roentgen.workflow.database.Sql;

/** Registers dataset versions. */
@ApplicationScoped
public class DatasetVersions {
    private final Sql sql;
    private final Json json;
    private final Notifications notifications;

    DatasetVersions(Sql sql, Json json, Notifications notifications) {
        this.sql = sql;
        this.json = json;
        this.notifications = notifications;
    }

    /** Objects of a version, its manifest and its data-quality report, and the keys of its pseudonyms. */
    record Documents(ObjectId manifest, ObjectId quality, List<KeyUse> keys) {
        Documents {
            keys = List.copyOf(keys);
        }
    }

    /**
     * Registers the manifest as the dataset's next version, or finds the version that has the same content, and completes the
     * import with it.
     *
     * @throws RoentgenException INVALID_DATASET if the dataset has another task
     */
    @Transactional
    public UUID complete(ImportRequest request, DatasetManifest manifest, Documents documents, List<Problem> warnings) {
        UUID dataset = dataset(manifest);
        UUID version = sql.first(
                        "select id from dataset_version where dataset_id = ? and manifest_object_id = ?",
                        row -> row.uuid("id"),
                        dataset,
                        documents.manifest().value())
                .orElseGet(() -> insert(dataset, manifest, documents, request.createdBy()));
        sql.update("""
                update dataset_import set state = 'COMPLETED', dataset_version_id = ?, problems = ?::jsonb,
                    finished_at = now(), lease_until = null where id = ? and state = 'RUNNING'
                """, version, json.write(warnings), request.id());
        notifications.changed(Subject.IMPORT, request.id(), "COMPLETED");
        return version;
    }

    /** The dataset's row, locked so that two versions cannot get one number. */
    private UUID dataset(DatasetManifest manifest) {
        sql.update(
                "insert into dataset (id, name, task) values (?, ?, ?) on conflict (name) do nothing",
                UUID.randomUUID(),
                manifest.name(),
                manifest.task());
        DatasetRow row = sql.first(
                        "select id, task from dataset where name = ? for update",
                        found -> new DatasetRow(found.uuid("id"), found.text("task")),
                        manifest.name())
                .orElseThrow();
        if (!row.task().equals(manifest.task().name())) {
            throw new RoentgenException(
                    ErrorCode.INVALID_DATASET,
                    "Dataset '" + manifest.name() + "' is for " + row.task() + ", the upload is for " + manifest.task()
                            + ": import it under another name");
        }
        return row.id();
    }

    private UUID insert(UUID dataset, DatasetManifest manifest, Documents documents, String createdBy) {
        UUID version = UUID.randomUUID();
        List<DatasetCase> cases = manifest.cases();
        sql.update(
                """
                insert into dataset_version (id, dataset_id, version, manifest_object_id, cases, patients, train_cases,
                    tune_cases, test_cases, labels, created_by, quality_object_id, pseudonym_keys)
                select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb
                from dataset_version where dataset_id = ?
                """,
                version,
                dataset,
                documents.manifest().value(),
                cases.size(),
                (int) cases.stream().map(DatasetCase::patient).distinct().count(),
                count(cases, Split.TRAIN),
                count(cases, Split.TUNE),
                count(cases, Split.TEST),
                json.write(manifest.labels()),
                createdBy,
                documents.quality().value(),
                json.write(documents.keys()),
                dataset);
        return version;
    }

    private static int count(List<DatasetCase> cases, Split split) {
        return (int) cases.stream().filter(one -> one.split() == split).count();
    }

    private record DatasetRow(UUID id, String task) {}
}
