package org.roentgen.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.roentgen.local.LocalException;
import org.roentgen.local.demo.ApiClient;
import org.roentgen.local.demo.Zips;

/** {@code ./roentgen data import|list|report}. */
public final class DataCommand {
    private static final String ARCHIVE = "ARCHIVE";
    private static final Set<String> OPTIONS =
            Set.of("name", "format", "task", "labels", "split", "seed", "modality", "series-description", "patients");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ApiClient api;
    private final Consumer<String> say;

    public DataCommand(ApiClient api, Consumer<String> say) {
        this.api = api;
        this.say = say;
    }

    /** The exit status: 0 well, 1 refused or with findings that spoil an evaluation. */
    public int run(Deque<String> words) {
        String command = words.isEmpty() ? "" : words.removeFirst();
        Arguments arguments = Arguments.parse(words, OPTIONS, Set.of());
        return switch (command) {
            case "import" -> importData(arguments);
            case "list" -> list();
            case "report" -> report(arguments.only("dataset version"));
            default -> throw new LocalException("data knows these commands: import, list, report");
        };
    }

    private int importData(Arguments arguments) {
        StringBuilder query = new StringBuilder("?name=").append(ApiClient.encode(arguments.required("name")));
        query.append("&format=").append(ApiClient.encode(arguments.required("format")));
        for (String name : List.of("task", "split", "seed")) {
            arguments.option(name).ifPresent(value -> add(query, name, value));
        }
        arguments.option("labels").ifPresent(names -> add(query, "labels", list(names)));
        arguments.option("patients").ifPresent(file -> add(query, "patients", text(file)));
        JsonNode started = arguments.required("format").equals(ARCHIVE)
                ? api.post("/dataset-imports" + query, selection(arguments))
                : upload("/dataset-imports" + query, Path.of(arguments.only("file or folder")));
        String id = started.path("id").asText();
        JsonNode done = Watch.toTheEnd(api, "/dataset-imports/" + id, id, view -> {});
        for (JsonNode problem : done.path("problems")) {
            say.accept(problem.path("severity").asText("ERROR") + " "
                    + problem.path("file").asText() + ": "
                    + problem.path("rule").asText() + " ("
                    + problem.path("fix").asText() + ")");
        }
        say.accept("Import " + done.path("state").asText()
                + (done.hasNonNull("datasetVersionId")
                        ? ": dataset version " + done.path("datasetVersionId").asText()
                        : ""));
        return done.path("state").asText().equals("COMPLETED") ? 0 : 1;
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append('&').append(name).append('=').append(ApiClient.encode(value));
    }

    private static String list(String names) {
        return JSON.valueToTree(List.of(names.split("\\s*,\\s*"))).toString();
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> selection(Arguments arguments) {
        Map<String, Object> selection = new HashMap<>();
        arguments.option("modality").ifPresent(value -> selection.put("modality", value));
        arguments.option("series-description").ifPresent(value -> selection.put("seriesDescription", value));
        if (!arguments.words().isEmpty()) {
            selection.put("seriesInstanceUids", arguments.words());
        }
        return selection;
    }

    private JsonNode upload(String path, Path source) {
        if (!Files.exists(source)) {
            throw new LocalException(source + ": no such file or folder");
        }
        if (!Files.isDirectory(source)) {
            return api.upload(path, source);
        }
        try {
            Path zip = Files.createTempFile("roentgen-import", ".zip");
            try {
                Zips.pack(source.toAbsolutePath().normalize(), List.of("."), zip);
                return api.upload(path, zip);
            } finally {
                Files.delete(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int list() {
        for (JsonNode version : DatasetVersions.all(api)) {
            say.accept(String.join(
                    "\t",
                    version.path("datasetName").asText() + ":"
                            + version.path("version").asText(),
                    version.path("task").asText(),
                    version.path("cases").asText() + " cases",
                    version.path("trainCases").asText() + "/"
                            + version.path("tuneCases").asText() + "/"
                            + version.path("testCases").asText(),
                    version.path("id").asText()));
        }
        return 0;
    }

    private int report(String version) {
        JsonNode report = api.get("/dataset-versions/" + DatasetVersions.id(api, version) + "/quality");
        int harmful = 0;
        for (JsonNode finding : report.path("findings")) {
            List<String> cases = new ArrayList<>();
            finding.path("cases").forEach(each -> cases.add(each.asText()));
            say.accept(finding.path("severity").asText() + " "
                    + finding.path("kind").asText() + " " + cases + ": "
                    + finding.path("message").asText() + ". "
                    + finding.path("fix").asText());
            harmful += finding.path("severity").asText().equals("HIGH") ? 1 : 0;
        }
        say.accept(report.path("cases").asText() + " cases, "
                + report.path("findings").size() + " findings, " + harmful + " of them HIGH");
        return harmful == 0 ? 0 : 1;
    }
}
