package org.roentgen.dicom.json;

import java.util.List;
import java.util.Map;

/** A JSON value. */
public sealed interface JsonNode {
    /** An object, its members in the order of the text. */
    record Members(Map<String, JsonNode> members) implements JsonNode {}

    /** An array. */
    record Elements(List<JsonNode> elements) implements JsonNode {}

    /** A string. */
    record Text(String value) implements JsonNode {}

    /** A number as it stands in the text. */
    record Number(String literal) implements JsonNode {}

    /** True, false or null. */
    enum Word implements JsonNode {
        TRUE,
        FALSE,
        NULL
    }
}
