package org.roentgen.api.deidentification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.deidentify.Action;
import org.roentgen.dicom.deidentify.DatePolicy;
import org.roentgen.dicom.deidentify.Option;
import org.roentgen.dicom.deidentify.Profiles;
import org.roentgen.store.profile.ProfileDefinition;

/** Checks what a person wants a profile to decide: lists every problem, and what it keeps that names a person. */
final class ProfileRules {
    private static final Set<String> MEMBERS =
            Set.of("name", "version", "project", "options", "dates", "overrides", "safePrivate");
    private static final Set<Action> CHOICES = EnumSet.of(
            Action.KEEP,
            Action.REMOVE,
            Action.EMPTY,
            Action.DUMMY,
            Action.REPLACE_UID,
            Action.CLEAN_TEXT,
            Action.SHIFT_DATE,
            Action.YEAR_ONLY,
            Action.PSEUDONYM);
    private static final Set<Integer> NEEDED =
            Set.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID);

    private final List<String> problems = new ArrayList<>();
    private final List<String> directIdentifiers = new ArrayList<>();

    private ProfileRules() {}

    /**
     * What was found.
     *
     * @param problems a line each with the fix; empty if it is valid
     * @param directIdentifiers what it keeps that names a person
     */
    record Findings(List<String> problems, List<String> directIdentifiers) {}

    static Findings check(JsonNode definition) {
        ProfileRules rules = new ProfileRules();
        rules.read(definition);
        if (rules.problems.isEmpty()) {
            rules.readAsTheToolkitDoes(definition);
        }
        return new Findings(List.copyOf(rules.problems), List.copyOf(rules.directIdentifiers));
    }

    private void read(JsonNode definition) {
        if (!definition.isObject()) {
            problems.add(
                    "the definition is no JSON object: it has the members project, options, dates, overrides, safePrivate");
            return;
        }
        definition.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                problems.add(member
                        + ": a profile has no such member; it has project, options, dates, overrides, safePrivate");
            }
        });
        options(definition);
        Set<Integer> seen = new HashSet<>();
        int override = 0;
        for (JsonNode element : elements(definition, "overrides")) {
            override(element, "overrides[" + override++ + "]", seen);
        }
        int index = 0;
        for (JsonNode element : elements(definition, "safePrivate")) {
            safePrivate(element, "safePrivate[" + index++ + "]");
        }
    }

    private void options(JsonNode definition) {
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (JsonNode option : elements(definition, "options")) {
            constant(Option.class, option.asText(), "options", EnumSet.allOf(Option.class))
                    .ifPresent(options::add);
        }
        constant(DatePolicy.class, definition.path("dates").asText(), "dates", EnumSet.allOf(DatePolicy.class))
                .ifPresent(dates -> dates(dates, options));
        if (options.contains(Option.RETAIN_UIDS)) {
            directIdentifiers.add("option RETAIN_UIDS");
        }
    }

    private void dates(DatePolicy dates, Set<Option> options) {
        pair(
                dates == DatePolicy.SHIFT || dates == DatePolicy.YEAR,
                options,
                Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                dates);
        pair(dates == DatePolicy.KEEP, options, Option.RETAIN_LONGITUDINAL_FULL_DATES, dates);
        if (dates == DatePolicy.KEEP) {
            directIdentifiers.add("dates KEEP");
        }
    }

    private void pair(boolean isNeeded, Set<Option> options, Option option, DatePolicy dates) {
        if (isNeeded && !options.contains(option)) {
            problems.add("dates: " + dates + " needs the option " + option + ": add it");
        } else if (!isNeeded && options.contains(option)) {
            problems.add("dates: " + dates + " contradicts the option " + option + ": change one of them");
        }
    }

    private void override(JsonNode override, String place, Set<Integer> seen) {
        if (override.path("reason").asText().isBlank()) {
            problems.add(place + ": reason is missing: say why this attribute is treated otherwise");
        }
        OptionalInt tag = Tags.parse(override.path("tag").asText());
        if (tag.isEmpty()) {
            problems.add(place + ": '" + override.path("tag").asText()
                    + "' is no tag: write (gggg,eeee) or the attribute's keyword");
        } else if (!seen.add(tag.getAsInt())) {
            problems.add(place + ": " + name(tag.getAsInt()) + " stands twice: leave one of them out");
        }
        constant(Action.class, override.path("action").asText(), place + ": action", CHOICES)
                .ifPresent(action -> tag.ifPresent(attribute -> action(attribute, action, place)));
    }

    private void action(int tag, Action action, String place) {
        VR vr = Dictionary.vr(tag);
        boolean fits =
                switch (action) {
                    case REPLACE_UID -> vr == VR.UI;
                    case CLEAN_TEXT -> vr.usesCharacterSet();
                    case SHIFT_DATE, YEAR_ONLY -> vr == VR.DA || vr == VR.DT;
                    case PSEUDONYM -> tag == Tag.PatientID || tag == Tag.PatientName || tag == Tag.AccessionNumber;
                    case REMOVE, EMPTY, DUMMY -> !NEEDED.contains(tag);
                    default -> true;
                };
        if (!fits) {
            problems.add(
                    place + ": " + action + " does not fit " + name(tag) + " of VR " + vr + ": choose another action");
        }
        if (action == Action.KEEP && DirectIdentifiers.contains(tag)) {
            directIdentifiers.add(name(tag));
        }
    }

    private void safePrivate(JsonNode element, String place) {
        if (element.path("creator").asText().isBlank()) {
            problems.add(place + ": creator is missing: name the private creator");
        }
        if (!isHex(element.path("group").asText(), 4)
                || (Integer.parseInt(element.path("group").asText(), 16) & 1) == 0) {
            problems.add(place + ": group must be an odd group of four hexadecimal digits, such as 0019");
        }
        if (!isHex(element.path("element").asText(), 2)) {
            problems.add(place + ": element must be the last two hexadecimal digits, such as 0C");
        }
    }

    private List<JsonNode> elements(JsonNode definition, String member) {
        JsonNode node = definition.path(member);
        if (!node.isMissingNode() && !node.isArray()) {
            problems.add(member + ": is no array: write [ ... ]");
        }
        List<JsonNode> elements = new ArrayList<>();
        node.elements().forEachRemaining(elements::add);
        return elements;
    }

    private <E extends Enum<E>> Optional<E> constant(Class<E> type, String name, String place, Set<E> choices) {
        Optional<E> found =
                choices.stream().filter(choice -> choice.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            problems.add(place + ": '" + name + "' is no " + type.getSimpleName() + ": choose one of " + choices);
        }
        return found;
    }

    /** Whatever the rules above do not know. */
    private void readAsTheToolkitDoes(JsonNode definition) {
        try {
            Profiles.read(new StringReader(
                    ProfileDefinition.of("check", 1, definition).definition()));
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isHex(String text, int digits) {
        return text.matches("[0-9A-Fa-f]{" + digits + "}");
    }

    static String name(int tag) {
        return (Tags.format(tag) + " " + Dictionary.keyword(tag)).strip();
    }
}
