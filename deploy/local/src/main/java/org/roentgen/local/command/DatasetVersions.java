package org.roentgen.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.local.LocalException;
import org.roentgen.local.demo.ApiClient;

/** Dataset versions as people name them. */
final class DatasetVersions {
    private DatasetVersions() {}

    static List<JsonNode> all(ApiClient api) {
        List<JsonNode> versions = new ArrayList<>();
        for (JsonNode dataset : api.get("/datasets").path("items")) {
            dataset.path("versions").forEach(versions::add);
        }
        return versions;
    }

    /**
     * The id of a version.
     *
     * @param name its id, {@code NAME:VERSION}, or {@code NAME} for the newest
     */
    static String id(ApiClient api, String name) {
        List<JsonNode> versions = all(api);
        return versions.stream()
                .filter(version -> isNamed(version, name))
                .reduce((one, other) -> number(one) >= number(other) ? one : other)
                .map(version -> version.path("id").asText())
                .orElseThrow(() -> new LocalException("There is no dataset version '" + name
                        + "'; ./roentgen data list names them, as NAME, NAME:VERSION or id"));
    }

    private static boolean isNamed(JsonNode version, String name) {
        String dataset = version.path("datasetName").asText();
        return name.equals(version.path("id").asText())
                || name.equals(dataset)
                || name.equals(dataset + ":" + number(version));
    }

    private static int number(JsonNode version) {
        return version.path("version").asInt();
    }
}
