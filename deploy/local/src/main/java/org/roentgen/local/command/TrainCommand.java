package org.roentgen.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.roentgen.local.LocalException;
import org.roentgen.local.demo.ApiClient;
import org.roentgen.local.demo.MetricNames;

/** {@code ./roentgen train start|watch|cancel|list}. */
public final class TrainCommand {
    private static final Set<String> OPTIONS =
            Set.of("data", "model", "network", "epochs", "batch", "rate", "seed", "spec", "folds", "from", "freeze");
    private static final String RUNS = "/training-runs";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ApiClient api;
    private final Consumer<String> say;

    public TrainCommand(ApiClient api, Consumer<String> say) {
        this.api = api;
        this.say = say;
    }

    /** The exit status: 0 well, 1 when a watched run failed or was cancelled. */
    public int run(Deque<String> words) {
        String command = words.isEmpty() ? "" : words.removeFirst();
        Arguments arguments = Arguments.parse(words, OPTIONS, Set.of("watch"));
        return switch (command) {
            case "start" -> start(arguments);
            case "watch" -> watch(arguments.only("training run"));
            case "cancel" -> cancel(arguments.only("training run"));
            case "list" -> list();
            default -> throw new LocalException("train knows these commands: start, watch, cancel, list");
        };
    }

    private int start(Arguments arguments) {
        String version = DatasetVersions.id(api, arguments.required("data"));
        ObjectNode spec = spec(arguments);
        if (!spec.hasNonNull("task")) {
            spec.set("task", api.get("/dataset-versions/" + version).path("task"));
        }
        JsonNode run = api.post(
                RUNS, Map.of("modelName", arguments.required("model"), "datasetVersionId", version, "spec", spec));
        String id = run.path("id").asText();
        say.accept("Training run " + id);
        return arguments.has("watch") ? watch(id) : 0;
    }

    /** The file of {@code --spec}, with what the other options say in place of what it says. */
    private static ObjectNode spec(Arguments arguments) {
        ObjectNode spec = arguments.option("spec").map(TrainCommand::read).orElseGet(JSON::createObjectNode);
        if (!spec.hasNonNull("network")) {
            spec.put("network", "auto");
        }
        arguments.option("network").ifPresent(network -> spec.put("network", network));
        arguments.whole("epochs").ifPresent(epochs -> spec.put("epochs", epochs));
        arguments.whole("batch").ifPresent(batch -> spec.put("batchSize", batch));
        arguments.number("rate").ifPresent(rate -> spec.put("learningRate", rate));
        arguments.whole("seed").ifPresent(seed -> spec.put("seed", seed));
        arguments.whole("folds").ifPresent(folds -> spec.put("folds", folds));
        arguments.option("from").ifPresent(model -> {
            ObjectNode transfer = spec.putObject("transfer").put("modelVersionId", model);
            arguments.option("freeze").ifPresent(layers -> List.of(layers.split("\\s*,\\s*"))
                    .forEach(transfer.withArray("frozen")::add));
        });
        return spec;
    }

    private static ObjectNode read(String file) {
        try {
            if (JSON.readTree(Path.of(file).toFile()) instanceof ObjectNode spec) {
                return spec;
            }
            throw new LocalException(file + " is no JSON object");
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read as JSON: " + e.getMessage(), e);
        }
    }

    private int watch(String id) {
        List<Integer> seen = new ArrayList<>();
        JsonNode run = Watch.toTheEnd(api, RUNS + "/" + id, id, view -> {
            for (JsonNode epoch : view.path("epochs")) {
                if (!seen.contains(epoch.path("epoch").asInt())) {
                    seen.add(epoch.path("epoch").asInt());
                    say.accept(line(epoch, view.path("labels")));
                }
            }
        });
        String state = run.path("state").asText();
        if (run.hasNonNull("cause")) {
            say.accept(run.path("cause").path("message").asText());
        }
        say.accept("Training " + state
                + (run.hasNonNull("modelVersionId")
                        ? ": model version " + run.path("modelVersionId").asText()
                        : ""));
        return state.equals("COMPLETED") ? 0 : 1;
    }

    private static String line(JsonNode epoch, JsonNode labels) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "epoch %d/%d",
                epoch.path("epoch").asInt(),
                epoch.path("epochs").asInt()));
        epoch.path("metrics")
                .properties()
                .forEach(metric -> text.append(String.format(
                        Locale.ROOT,
                        "  %s %.5g",
                        MetricNames.of(metric.getKey(), labels),
                        metric.getValue().asDouble())));
        return text.append(String.format(
                        Locale.ROOT, "  %.0f s left", epoch.path("secondsLeft").asDouble()))
                .toString();
    }

    private int cancel(String id) {
        JsonNode run = api.post(RUNS + "/" + id + "/cancel", Map.of());
        say.accept("Training run " + id + " is " + run.path("state").asText());
        return 0;
    }

    private int list() {
        for (JsonNode run : api.get(RUNS).path("items")) {
            say.accept(String.join(
                    "\t",
                    run.path("id").asText(),
                    run.path("state").asText(),
                    run.path("modelName").asText(),
                    run.path("datasetName").asText() + ":"
                            + run.path("datasetVersion").asText(),
                    run.path("spec").path("network").asText()));
        }
        return 0;
    }
}
