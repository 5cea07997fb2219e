package org.roentgen.workflow.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Series of the archive: those that are named, or those that match.
 *
 * @param seriesDescription regular expression, ignoring case, found in the Series Description
 */
public record SeriesSelection(
        List<String> seriesInstanceUids, Optional<String> modality, Optional<String> seriesDescription) {
    public SeriesSelection {
        seriesInstanceUids = List.copyOf(seriesInstanceUids);
    }

    static SeriesSelection parse(JsonNode json) {
        List<String> uids = new ArrayList<>();
        json.path("seriesInstanceUids").forEach(uid -> uids.add(uid.asText()));
        return new SeriesSelection(uids, text(json, "modality"), text(json, "seriesDescription"));
    }

    boolean isEmpty() {
        return seriesInstanceUids.isEmpty() && modality.isEmpty() && seriesDescription.isEmpty();
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.path(name).isTextual() ? Optional.of(json.path(name).asText()) : Optional.empty();
    }
}
