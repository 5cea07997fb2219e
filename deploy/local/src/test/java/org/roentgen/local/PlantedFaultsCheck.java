package org.roentgen.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.roentgen.local.command.DataCommand;
import org.roentgen.local.demo.ApiClient;

/** Imports data sets with planted faults as a person does, and looks for each fault in the report of the version. */
final class PlantedFaultsCheck {
    private final ApiClient scientist;
    private final Home home;
    private final List<String> said = new ArrayList<>();
    private final DataCommand data;

    PlantedFaultsCheck(ApiClient scientist, Home home) {
        this.scientist = scientist;
        this.home = home;
        this.data = new DataCommand(scientist, said::add);
    }

    /** @param format NIFTI or IMAGE_FOLDER */
    void everyFaultIsReported(String format) throws IOException {
        boolean volumes = format.equals("NIFTI");
        Path folder = home.folder("planted-" + format);
        Path planted = volumes ? PlantedFaults.volumes(folder) : PlantedFaults.pictures(folder);
        String version = imported(format, planted);
        List<JsonNode> findings = elements(
                scientist.get("/dataset-versions/" + version + "/quality").get("findings"));
        List<String> expected = volumes ? PlantedFaults.OF_VOLUMES : PlantedFaults.OF_PICTURES;
        assertThat(findings).extracting(PlantedFaultsCheck::summary).containsAll(expected);
        assertThat(findings).as("nothing is reported that was not planted").allSatisfy(finding -> assertThat(expected)
                .anyMatch(summary -> namesAll(summary, finding.get("cases"))));
        assertThat(data.run(new ArrayDeque<>(List.of("report", version))))
                .as("status of findings that spoil an evaluation")
                .isOne();
        assertThat(said.getLast()).contains(findings.size() + " findings");
        assertThat(findings).allSatisfy(finding -> assertThat(said).anySatisfy(line -> assertThat(line)
                .contains(
                        finding.get("kind").asText(),
                        finding.get("message").asText(),
                        finding.get("fix").asText())));
    }

    private String imported(String format, Path planted) {
        List<String> words = List.of("import", "--name", "planted-" + format, "--format", format, planted.toString());
        assertThat(data.run(new ArrayDeque<>(words)))
                .as(() -> "status of the import, which said " + said)
                .isZero();
        assertThat(said.getLast()).startsWith("Import COMPLETED: dataset version ");
        return said.getLast().substring(said.getLast().lastIndexOf(' ') + 1);
    }

    /** How harmful, what, and the cases in the order of their names. */
    private static String summary(JsonNode finding) {
        List<String> cases = elements(finding.get("cases")).stream()
                .map(JsonNode::asText)
                .sorted()
                .toList();
        return finding.get("severity").asText() + " " + finding.get("kind").asText() + " " + cases;
    }

    private static boolean namesAll(String summary, JsonNode cases) {
        return elements(cases).stream().map(JsonNode::asText).allMatch(summary::contains);
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
