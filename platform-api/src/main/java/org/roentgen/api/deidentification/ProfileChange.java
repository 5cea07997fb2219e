package org.roentgen.api.deidentification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.deidentify.Profile;

/**
 * What one decision is in two versions of a profile.
 *
 * @param subject an option, {@code project}, {@code dates}, an attribute, or a private element
 */
public record ProfileChange(String subject, Optional<String> before, Optional<String> after) {
    /** The decisions that are not the same. */
    static List<ProfileChange> between(JsonNode before, JsonNode after) {
        Map<String, String> old = decisions(before);
        Map<String, String> current = decisions(after);
        TreeSet<String> subjects = new TreeSet<>(old.keySet());
        subjects.addAll(current.keySet());
        List<ProfileChange> changes = new ArrayList<>();
        for (String subject : subjects) {
            Optional<String> was = Optional.ofNullable(old.get(subject));
            Optional<String> is = Optional.ofNullable(current.get(subject));
            if (!was.equals(is)) {
                changes.add(new ProfileChange(subject, was, is));
            }
        }
        return changes;
    }

    private static Map<String, String> decisions(JsonNode definition) {
        Map<String, String> decisions = new LinkedHashMap<>();
        definition.path("options").forEach(option -> decisions.put("option " + option.asText(), "yes"));
        decisions.put("project", definition.path("project").asText(Profile.DEFAULT_PROJECT));
        decisions.put("dates", definition.path("dates").asText());
        definition
                .path("overrides")
                .forEach(override -> decisions.put(
                        attribute(override.path("tag").asText()),
                        override.path("action").asText() + ": "
                                + override.path("reason").asText()));
        definition
                .path("safePrivate")
                .forEach(element -> decisions.put(
                        "private " + element.path("creator").asText() + " ("
                                + element.path("group").asText() + ",xx"
                                + element.path("element").asText() + ")",
                        "stays"));
        return decisions;
    }

    private static String attribute(String tag) {
        return Tags.parse(tag).isPresent() ? ProfileRules.name(Tags.parse(tag).getAsInt()) : tag;
    }
}
