package org.roentgen.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.roentgen.local.LocalException;
import org.roentgen.local.Until;

/** From the network to the worklist: source, destination, pipeline, and what became of the studies. */
final class ClinicalLoop {
    private static final Duration RESULTS = Duration.ofMinutes(10);
    private static final Set<String> ENDED =
            Set.of("NO_AI", "READY_FOR_REVIEW", "STOPPED", "FAILED", "ACCEPTED", "REJECTED");
    private final ApiClient admin;
    private final ApiClient radiologist;
    private final Consumer<String> say;

    ClinicalLoop(ApiClient admin, ApiClient radiologist, Consumer<String> say) {
        this.admin = admin;
        this.radiologist = radiologist;
        this.say = say;
    }

    /** Makes sure that what the demo needs is configured; what exists stays as it is. */
    void configure(DemoOptions options, String callingAeTitle, String pacs, int pacsPort) {
        ensure(
                "/sources",
                "aeTitle",
                callingAeTitle,
                Map.of(
                        "aeTitle",
                        callingAeTitle,
                        "description",
                        "Demo modality",
                        "kind",
                        "DIMSE",
                        "enabled",
                        true,
                        "quietSeconds",
                        3));
        ensure(
                "/destinations",
                "name",
                pacs,
                Map.of("name", pacs, "aeTitle", "DEMO_PACS", "host", "localhost", "port", pacsPort, "enabled", true));
        Map<String, Object> definition = Map.of(
                "match",
                Map.of(
                        "modality", List.of("MR", "CT"),
                        "seriesDescription", options.seriesDescription(),
                        "minimumInstances", 5),
                "steps",
                List.of(
                        Map.of("kind", "QUALITY_GATE", "minimumSlices", 5, "maximumSpacingDeviation", 0.02),
                        Map.of("kind", "DEIDENTIFY", "profile", "basic"),
                        Map.of("kind", "INFER", "model", options.model(), "priority", "ROUTINE"),
                        Map.of("kind", "RELINK"),
                        Map.of("kind", "REVIEW"),
                        Map.of("kind", "DELIVER", "destination", pacs)));
        String name = options.model() + "-pipeline";
        ensure("/pipelines", "name", name, Map.of("name", name));
        JsonNode version = admin.post("/pipelines/" + name + "/versions", Map.of("definition", definition));
        admin.put(
                "/pipelines/" + name + "/active-version",
                Map.of("version", version.get("version").asInt()));
    }

    private void ensure(String path, String key, String value, Map<String, Object> body) {
        for (JsonNode item : admin.get(path).get("items")) {
            if (item.get(key).asText().equals(value)) {
                return;
            }
        }
        admin.post(path, body);
    }

    /** Waits until nothing is in progress, and says what each study came to. */
    List<JsonNode> awaitResults(int studies) {
        List<JsonNode> items = new ArrayList<>();
        boolean ended = Until.holds(RESULTS, () -> {
            items.clear();
            radiologist.get("/worklist?limit=500").get("items").forEach(items::add);
            return items.size() >= studies
                    && items.stream()
                            .allMatch(item -> ENDED.contains(item.get("state").asText()));
        });
        for (JsonNode item : items) {
            say.accept("  study of " + item.path("studyDate").asText() + ", "
                    + item.path("instances").asText() + " instances: "
                    + item.get("state").asText() + " " + item.path("reason").asText(""));
            results(item.get("studyId").asText());
        }
        if (!ended) {
            throw new LocalException("Not all studies came to a result within " + RESULTS.toMinutes() + " minutes");
        }
        return List.copyOf(items);
    }

    private void results(String studyId) {
        for (JsonNode result :
                radiologist.get("/studies/" + studyId + "/results").get("items")) {
            for (JsonNode finding : result.get("findings")) {
                say.accept(String.format(
                        java.util.Locale.ROOT,
                        "    %s %s: %.3f %s",
                        finding.get("label").asText(),
                        finding.get("quantity").asText(),
                        finding.get("value").asDouble(),
                        finding.get("unit").asText()));
            }
        }
    }
}
