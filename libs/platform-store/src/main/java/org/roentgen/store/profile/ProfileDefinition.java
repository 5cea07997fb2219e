package org.roentgen.store.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The one form in which a profile is stored, hashed and exported: members in a fixed order, indented. */
public final class ProfileDefinition {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DECISIONS = List.of("project", "options", "dates", "overrides", "safePrivate");

    private ProfileDefinition() {}

    /** The stored form of the decisions of a profile; its name and version are those given here. */
    public static StoredProfile of(String name, int version, JsonNode decisions) {
        ObjectNode definition = JSON.createObjectNode();
        definition.put("name", name);
        definition.put("version", version);
        definition.setAll(decisions(decisions));
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(definition) + "\n";
            return new StoredProfile(name, version, text, sha256(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }

    /** What a profile decides, without its name and version. */
    public static ObjectNode decisions(JsonNode definition) {
        ObjectNode decisions = JSON.createObjectNode();
        for (String member : DECISIONS) {
            if (definition.has(member)) {
                decisions.set(member, definition.get(member));
            }
        }
        return decisions;
    }

    /** @throws IllegalArgumentException if the text is not JSON */
    public static JsonNode read(String definition) {
        try {
            return JSON.readTree(definition);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalArgumentException("A profile is not JSON", e);
        }
    }

    static String list(List<String> texts) {
        return JSON.valueToTree(texts).toString();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
