package org.roentgen.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
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

/** {@code ./roentgen model list|evaluate|export|import|promote|approve|rollback|history|shadow}. */
public final class ModelCommand {
    private static final Set<String> OPTIONS = Set.of("manifest", "out", "reason");
    private static final String VERSIONS = "/model-versions/";
    private final ApiClient api;
    private final Consumer<String> say;

    public ModelCommand(ApiClient api, Consumer<String> say) {
        this.api = api;
        this.say = say;
    }

    /** The exit status: 0 well, 1 when a rule does not hold or a trial fails. */
    public int run(Deque<String> words) {
        String command = words.isEmpty() ? "" : words.removeFirst();
        Arguments arguments = Arguments.parse(words, OPTIONS, Set.of());
        return switch (command) {
            case "list" -> list();
            case "evaluate" -> evaluate(version(arguments));
            case "export" -> export(version(arguments), arguments);
            case "import" -> importModel(arguments);
            case "promote" -> promote(version(arguments), arguments.required("reason"));
            case "approve" -> approve(arguments.only("promotion"));
            case "rollback" -> rollback(arguments);
            case "history" -> history(model(arguments.only("model")));
            case "shadow" -> shadow(version(arguments), arguments);
            default ->
                throw new LocalException(
                        "model knows these commands: list, evaluate, export, import, promote, approve, rollback, history, shadow");
        };
    }

    private List<JsonNode> models() {
        List<JsonNode> models = new ArrayList<>();
        api.get("/models").path("items").forEach(models::add);
        return models;
    }

    private JsonNode model(String name) {
        return models().stream()
                .filter(model -> model.path("name").asText().equals(name)
                        || model.path("id").asText().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new LocalException("There is no model '" + name + "'; ./roentgen model list names them"));
    }

    /** By id, {@code NAME:VERSION}, or {@code NAME} for the newest. */
    private JsonNode version(Arguments arguments) {
        String wanted = arguments.only("model version");
        return models().stream()
                .flatMap(model -> {
                    List<JsonNode> versions = new ArrayList<>();
                    model.path("versions").forEach(versions::add);
                    return versions.stream();
                })
                .filter(version -> Set.of(
                                version.path("id").asText(),
                                version.path("modelName").asText(),
                                name(version))
                        .contains(wanted))
                .reduce((one, other) ->
                        one.path("version").asInt() >= other.path("version").asInt() ? one : other)
                .orElseThrow(() -> new LocalException("There is no model version '" + wanted
                        + "'; ./roentgen model list names them, as NAME, NAME:VERSION or id"));
    }

    private static String name(JsonNode version) {
        return version.path("modelName").asText() + ":"
                + version.path("version").asText();
    }

    private int list() {
        for (JsonNode model : models()) {
            for (JsonNode version : model.path("versions")) {
                say.accept(String.join(
                        "\t",
                        name(version),
                        version.path("stage").asText(),
                        figures(version.path("metrics"), version.path("labels")),
                        version.path("id").asText()));
            }
        }
        return 0;
    }

    private int evaluate(JsonNode version) {
        JsonNode evaluation = api.get(VERSIONS + version.path("id").asText()).path("evaluation");
        JsonNode labels = version.path("labels");
        say.accept(name(version) + " on " + evaluation.path("caseCount").asText() + " test cases");
        evaluation.path("metrics").properties().forEach(metric -> {
            JsonNode interval = evaluation.path("intervals").path(metric.getKey());
            say.accept("  " + MetricNames.of(metric.getKey(), labels) + " " + number(metric.getValue())
                    + (interval.isMissingNode() ? "" : range(interval)));
        });
        for (JsonNode group : evaluation.path("subgroups")) {
            List<String> metrics = new ArrayList<>();
            group.path("metrics")
                    .properties()
                    .forEach(metric -> metrics.add(metric.getKey() + " "
                            + number(metric.getValue().path("estimate")) + range(metric.getValue())));
            say.accept("  " + group.path("attribute").asText() + " "
                    + group.path("value").asText() + " ("
                    + group.path("cases").asText() + " cases"
                    + (group.path("isSmall").asBoolean() ? ", few" : "") + "): "
                    + String.join(", ", metrics)
                    + (group.path("gaps").isEmpty() ? "" : "  WORSE THAN ALL: " + group.path("gaps")));
        }
        for (JsonNode metric : evaluation.path("comparison").path("metrics")) {
            say.accept("  beside production: "
                    + MetricNames.of(metric.path("name").asText(), labels) + " " + number(metric.path("value")) + " / "
                    + number(metric.path("reference")) + ", difference " + number(metric.path("difference"))
                    + range(metric) + ", p " + number(metric.path("pValue")));
        }
        return checks(version.path("id").asText());
    }

    private int checks(String version) {
        int failed = 0;
        for (JsonNode check : api.get(VERSIONS + version + "/promotion-checks").path("items")) {
            boolean passed = check.path("passed").asBoolean();
            failed += passed ? 0 : 1;
            say.accept((passed ? "  met: " : "  NOT MET: ")
                    + check.path("demanded").asText() + "; "
                    + check.path("found").asText()
                    + (passed ? "" : " -> " + check.path("fix").asText()));
        }
        return failed == 0 ? 0 : 1;
    }

    private int export(JsonNode version, Arguments arguments) {
        Path file = Path.of(arguments.option("out").orElse(name(version).replace(":", "-v") + ".zip"));
        api.download(VERSIONS + version.path("id").asText() + "/package", file);
        say.accept(name(version) + " is in " + file);
        return 0;
    }

    private int importModel(Arguments arguments) {
        Path file = Path.of(arguments.only("ONNX file"));
        JsonNode started =
                api.upload("/model-imports?manifest=" + ApiClient.encode(text(arguments.required("manifest"))), file);
        String id = started.path("id").asText();
        JsonNode done = Watch.toTheEnd(api, "/model-imports/" + id, id, view -> {});
        if (done.hasNonNull("cause")) {
            say.accept(done.path("cause").path("message").asText());
        }
        say.accept("Import " + done.path("state").asText()
                + (done.hasNonNull("modelVersionId")
                        ? ": draft " + done.path("modelVersionId").asText()
                        : ""));
        return done.path("state").asText().equals("COMPLETED") ? 0 : 1;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private int promote(JsonNode version, String reason) {
        String id = version.path("id").asText();
        if (checks(id) != 0) {
            return 1;
        }
        JsonNode promotion = api.post(VERSIONS + id + "/promotions", Map.of("reason", reason));
        say.accept("Promotion " + promotion.path("id").asText() + " of " + name(version)
                + " waits for another person: ./roentgen model approve "
                + promotion.path("id").asText());
        return 0;
    }

    private int approve(String promotion) {
        JsonNode decided = api.post("/promotions/" + promotion + "/approval", Map.of());
        say.accept(decided.path("modelName").asText() + ":"
                + decided.path("modelVersion").asText() + " is in production");
        return 0;
    }

    private int rollback(Arguments arguments) {
        JsonNode model = model(arguments.only("model"));
        JsonNode history = api.post(
                "/models/" + model.path("id").asText() + "/rollback", Map.of("reason", arguments.required("reason")));
        JsonNode live = history.path("live").get(history.path("live").size() - 1);
        say.accept(model.path("name").asText() + ":" + live.path("version").asText() + " is live again");
        return 0;
    }

    private int history(JsonNode model) {
        for (JsonNode period :
                api.get("/models/" + model.path("id").asText() + "/history").path("live")) {
            say.accept(
                    model.path("name").asText() + ":" + period.path("version").asText() + "\t"
                            + period.path("from").asText() + "\t"
                            + period.path("until").asText("now"));
        }
        return 0;
    }

    /** Puts a version into the shadow of production where a reason is given; says how far the two agree. */
    private int shadow(JsonNode version, Arguments arguments) {
        String path = VERSIONS + version.path("id").asText();
        arguments.option("reason").ifPresent(reason -> {
            api.post(path + "/stage", Map.of("stage", "SHADOW", "reason", reason));
            say.accept(name(version) + " runs in the shadow of production");
        });
        JsonNode report = api.get(path + "/shadow");
        JsonNode series = report.path("series");
        say.accept(name(version) + " beside version "
                + report.path("productionVersion").asText("none yet") + ": "
                + series.path("compared").asText() + " series compared, "
                + series.path("agreed").asText() + " agree, "
                + series.path("running").asText() + " running, "
                + series.path("failed").asText() + " failed, mean agreement "
                + number(report.path("meanAgreement")));
        say.accept(figures(report.path("meanByLabel"), version.path("labels")));
        return 0;
    }

    private static String figures(JsonNode metrics, JsonNode labels) {
        List<String> figures = new ArrayList<>();
        metrics.properties()
                .forEach(metric ->
                        figures.add(MetricNames.of(metric.getKey(), labels) + " " + number(metric.getValue())));
        return String.join(" ", figures);
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.4f", value.asDouble()) : value.asText();
    }

    private static String range(JsonNode interval) {
        return " (" + number(interval.path("lower")) + " to " + number(interval.path("upper")) + ")";
    }
}
