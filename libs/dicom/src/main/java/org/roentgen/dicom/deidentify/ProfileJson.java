package org.roentgen.dicom.deidentify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.json.JsonNode;
import org.roentgen.dicom.json.MalformedJsonException;

/** Reads the JSON form of a profile; unknown members are refused, since a typing error there would leak. */
final class ProfileJson {
    private static final Set<String> MEMBERS =
            Set.of("name", "version", "project", "options", "dates", "overrides", "safePrivate");

    private ProfileJson() {}

    static Profile profile(JsonNode node) throws MalformedJsonException {
        Map<String, JsonNode> members = members(node);
        for (String member : members.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw new MalformedJsonException("a profile has no member '" + member + "'; it has " + MEMBERS);
            }
        }
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (JsonNode option : elements(members.get("options"))) {
            options.add(constant(Option.class, text(option)));
        }
        try {
            return new Profile(
                    text(required(members, "name")),
                    integer(required(members, "version"), 10),
                    members.containsKey("project") ? text(required(members, "project")) : Profile.DEFAULT_PROJECT,
                    options,
                    constant(DatePolicy.class, text(required(members, "dates"))),
                    overrides(members.get("overrides")),
                    safePrivate(members.get("safePrivate")));
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<Integer, Profile.Override> overrides(@Nullable JsonNode node) throws MalformedJsonException {
        Map<Integer, Profile.Override> overrides = new HashMap<>();
        for (JsonNode element : elements(node)) {
            Map<String, JsonNode> members = members(element);
            String tag = text(required(members, "tag"));
            Action action = constant(Action.class, text(required(members, "action")));
            overrides.put(
                    Tags.parse(tag).orElseThrow(() -> new MalformedJsonException("'" + tag + "' is no tag")),
                    new Profile.Override(action, text(required(members, "reason"))));
        }
        return overrides;
    }

    private static List<Profile.SafePrivate> safePrivate(@Nullable JsonNode node) throws MalformedJsonException {
        List<Profile.SafePrivate> elements = new ArrayList<>();
        for (JsonNode element : elements(node)) {
            Map<String, JsonNode> members = members(element);
            elements.add(new Profile.SafePrivate(
                    text(required(members, "creator")),
                    integer(required(members, "group"), 16),
                    integer(required(members, "element"), 16)));
        }
        return elements;
    }

    private static JsonNode required(Map<String, JsonNode> members, String name) throws MalformedJsonException {
        JsonNode node = members.get(name);
        if (node == null) {
            throw new MalformedJsonException("the member '" + name + "' is missing");
        }
        return node;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) throws MalformedJsonException {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("'" + name + "' is none of " + List.of(type.getEnumConstants()));
        }
    }

    private static int integer(JsonNode node, int radix) throws MalformedJsonException {
        String text = node instanceof JsonNode.Number(String literal) ? literal : text(node);
        try {
            return Integer.parseInt(text, radix);
        } catch (NumberFormatException e) {
            throw new MalformedJsonException("'" + text + "' is no whole number of base " + radix);
        }
    }

    private static String text(JsonNode node) throws MalformedJsonException {
        if (node instanceof JsonNode.Text(String value)) {
            return value;
        }
        throw new MalformedJsonException("a profile has text where something else stands");
    }

    private static List<JsonNode> elements(@Nullable JsonNode node) throws MalformedJsonException {
        if (node == null) {
            return List.of();
        }
        if (node instanceof JsonNode.Elements(List<JsonNode> elements)) {
            return elements;
        }
        throw new MalformedJsonException("a profile has an array where something else stands");
    }

    private static Map<String, JsonNode> members(JsonNode node) throws MalformedJsonException {
        if (node instanceof JsonNode.Members(Map<String, JsonNode> members)) {
            return members;
        }
        throw new MalformedJsonException("a profile has an object where something else stands");
    }
}
