package org.roentgen.workflow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.KeyUse;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.quality.QualityReport;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** Imports as the API asks for them, run at once. */
@ApplicationScoped
class Imports {
    private final Sql sql;
    private final Json json;
    private final ObjectStore objects;
    private final ProducerTemplate routes;

    Imports(Sql sql, Json json, @Deidentified ObjectStore objects, ProducerTemplate routes) {
        this.sql = sql;
        this.json = json;
        this.objects = objects;
        this.routes = routes;
    }

    UUID request(String format, String options, byte[] upload) throws IOException {
        return request("set-" + UUID.randomUUID(), format, options, upload);
    }

    UUID request(String name, String format, String options, byte[] upload) throws IOException {
        UUID id = UUID.randomUUID();
        sql.update("""
                insert into dataset_import (id, dataset_name, format, options, upload_object_id, state, created_by)
                values (?, ?, ?, ?::jsonb, ?, 'PENDING', 'test')
                """, id, name, format, options, objects.put(upload).value());
        return id;
    }

    void run(UUID id) {
        sql.update("update dataset_import set state = 'RUNNING' where id = ?", id);
        routes.sendBody("direct:import-run", id);
    }

    String state(UUID id) {
        return sql.first("select state from dataset_import where id = ?", row -> row.text("state"), id)
                .orElseThrow();
    }

    UUID version(UUID id) {
        return sql.first(
                        "select dataset_version_id from dataset_import where id = ?",
                        row -> row.uuid("dataset_version_id"),
                        id)
                .orElseThrow();
    }

    List<Problem> problems(UUID id) {
        String text = sql.first("select problems from dataset_import where id = ?", row -> row.text("problems"), id)
                .orElseThrow();
        return Stream.of(json.read(text, Problem[].class)).toList();
    }

    DatasetManifest manifest(UUID id) throws IOException {
        assertThat(problems(id)).noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        String object = sql.first(
                        "select manifest_object_id from dataset_version where id = ?",
                        row -> row.text("manifest_object_id"),
                        version(id))
                .orElseThrow();
        String text = new String(objects.read(new ObjectId(object)), StandardCharsets.UTF_8);
        assertThat(json.read(text, JsonNode.class).path("cases").get(0).has("label"))
                .isEqualTo(text.contains("\"CLASSIFICATION\""));
        return json.read(text, DatasetManifest.class);
    }

    List<KeyUse> keys(UUID id) {
        String text = sql.first(
                        "select pseudonym_keys from dataset_version where id = ?",
                        row -> row.text("pseudonym_keys"),
                        version(id))
                .orElseThrow();
        return Stream.of(json.read(text, KeyUse[].class)).toList();
    }

    QualityReport quality(UUID id) throws IOException {
        String object = sql.first(
                        "select quality_object_id from dataset_version where id = ?",
                        row -> row.text("quality_object_id"),
                        version(id))
                .orElseThrow();
        return json.read(new String(objects.read(new ObjectId(object)), StandardCharsets.UTF_8), QualityReport.class);
    }
}
