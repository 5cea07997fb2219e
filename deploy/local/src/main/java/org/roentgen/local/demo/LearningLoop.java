package org.roentgen.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.roentgen.local.LocalException;
import org.roentgen.local.Until;

/** From reviewed images to a model in production: import, train, export, promote. */
final class LearningLoop {
    private static final Duration IMPORT = Duration.ofMinutes(10);
    private static final Duration TRAINING = Duration.ofMinutes(60);
    private final ApiClient scientist;
    private final ApiClient admin;
    private final Consumer<String> say;

    LearningLoop(ApiClient scientist, ApiClient admin, Consumer<String> say) {
        this.scientist = scientist;
        this.admin = admin;
        this.say = say;
    }

    /** @return the id of the dataset version */
    String importImages(String name, Path zip, List<String> labels) {
        String query = "?format=NIFTI&task=SEGMENTATION&name=" + ApiClient.encode(name) + "&labels="
                + ApiClient.encode(labelJson(labels));
        String id = scientist.upload("/dataset-imports" + query, zip).get("id").asText();
        JsonNode done = await(IMPORT, "/dataset-imports/" + id, node -> {});
        if (!done.get("state").asText().equals("COMPLETED")) {
            throw new LocalException("The import was refused: " + done.get("problems"));
        }
        JsonNode version = scientist.get(
                "/dataset-versions/" + done.get("datasetVersionId").asText());
        say.accept("  dataset '" + name + "' version " + version.get("version") + ": " + version.get("cases")
                + " cases (train " + version.get("trainCases") + ", tune " + version.get("tuneCases") + ", test "
                + version.get("testCases") + ")");
        return done.get("datasetVersionId").asText();
    }

    /** @return the finished training run */
    JsonNode train(String model, String datasetVersion, Map<String, Object> spec) {
        JsonNode run = scientist.post(
                "/training-runs", Map.of("modelName", model, "datasetVersionId", datasetVersion, "spec", spec));
        List<Integer> seen = new ArrayList<>();
        JsonNode done = await(TRAINING, "/training-runs/" + run.get("id").asText(), node -> {
            for (JsonNode epoch : node.path("epochs")) {
                if (!seen.contains(epoch.get("epoch").asInt())) {
                    seen.add(epoch.get("epoch").asInt());
                    say.accept("  epoch " + epoch.get("epoch") + "/" + epoch.get("epochs") + "  "
                            + rounded(epoch.get("metrics"), node.path("labels")));
                }
            }
        });
        if (!done.get("state").asText().equals("COMPLETED")) {
            throw new LocalException(
                    "The training ended as " + done.get("state").asText() + ": " + done.path("cause"));
        }
        return done;
    }

    /** Asks for the promotion as one person and approves it as another. */
    JsonNode promote(String model) {
        JsonNode candidate = newestCandidate(model);
        String version = candidate.get("id").asText();
        fillCard(version);
        JsonNode promotion = scientist.post(
                "/model-versions/" + version + "/promotions", Map.of("reason", "First version for the demonstration"));
        admin.post("/promotions/" + promotion.get("id").asText() + "/approval", Map.of());
        return scientist.get("/model-versions/" + version);
    }

    private void fillCard(String version) {
        Map<String, String> texts = Map.of(
                "INTENDED_USE",
                        "Shows how a model comes into production, on synthetic or public images. Not for patients.",
                "LIMITATIONS", "Trained on few cases within minutes, and judged on fewer.");
        texts.forEach((section, content) ->
                scientist.put("/model-versions/" + version + "/card-texts/" + section, Map.of("content", content)));
    }

    private JsonNode newestCandidate(String model) {
        JsonNode newest = null;
        for (JsonNode item : scientist.get("/models").get("items")) {
            if (!item.get("name").asText().equals(model)) {
                continue;
            }
            for (JsonNode version : item.get("versions")) {
                if (version.get("stage").asText().equals("CANDIDATE")
                        && (newest == null
                                || version.get("version").asInt()
                                        > newest.get("version").asInt())) {
                    newest = version;
                }
            }
        }
        if (newest == null) {
            throw new LocalException("Model '" + model + "' has no candidate version");
        }
        return newest;
    }

    private JsonNode await(Duration patience, String path, Consumer<JsonNode> watch) {
        JsonNode[] last = {scientist.get(path)};
        boolean ended = Until.holds(patience, () -> {
            last[0] = scientist.get(path);
            watch.accept(last[0]);
            return List.of("COMPLETED", "REFUSED", "FAILED", "CANCELLED")
                    .contains(last[0].get("state").asText());
        });
        if (!ended) {
            throw new LocalException(path + " did not end within " + patience.toMinutes() + " minutes");
        }
        return last[0];
    }

    static String rounded(JsonNode metrics, JsonNode labels) {
        StringBuilder text = new StringBuilder();
        metrics.properties()
                .forEach(entry -> text.append(String.format(
                        Locale.ROOT,
                        "%s %.4f  ",
                        MetricNames.of(entry.getKey(), labels),
                        entry.getValue().asDouble())));
        return text.toString().trim();
    }

    private static String labelJson(List<String> names) {
        List<Map<String, Object>> labels = new ArrayList<>();
        labels.add(label(0, "background"));
        for (String name : names) {
            labels.add(label(labels.size(), name));
        }
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(labels)
                .toString();
    }

    private static Map<String, Object> label(int value, String name) {
        Map<String, Object> label = new HashMap<>();
        label.put("value", value);
        label.put("name", name);
        return label;
    }
}
