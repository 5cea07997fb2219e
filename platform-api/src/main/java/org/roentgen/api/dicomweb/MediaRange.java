package org.roentgen.api.dicomweb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;

/**
 * One media range of an Accept header (RFC 9110 section 12.5.1, PS3.18 section 8.7.5), in lower case.
 *
 * @param parameters by name, without quotes
 */
record MediaRange(String type, Map<String, String> parameters) {
    private static final String ANY = "*/*";
    private static final String MULTIPART = "multipart/related";

    MediaRange {
        parameters = Map.copyOf(parameters);
    }

    /** The ranges of a header, the preferred one first; anything at all where there is no header. */
    static List<MediaRange> preferences(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(new MediaRange(ANY, Map.of()));
        }
        List<MediaRange> ranges = new ArrayList<>();
        for (String text : split(accept, ',')) {
            MediaRange range = parse(text);
            if (range.quality() > 0) {
                ranges.add(range);
            }
        }
        ranges.sort(Comparator.comparingDouble(MediaRange::quality).reversed());
        return ranges;
    }

    /** A media type with its parameters. */
    static MediaRange parse(String text) {
        List<String> parts = split(text, ';');
        Map<String, String> parameters = new HashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(part.substring(equals + 1).strip()));
            }
        }
        return new MediaRange(parts.getFirst().strip().toLowerCase(Locale.ROOT), parameters);
    }

    boolean isMultipart() {
        return type.equals(MULTIPART) || type.equals("multipart/*");
    }

    /** Whether one part in multipart form is wanted as well as a bare one. */
    boolean isAny() {
        return type.equals(ANY);
    }

    /** The type of the content: that of the parts where it is multipart; {@code *}/{@code *} where nothing is said. */
    String content() {
        return isMultipart() ? parse(parameters.getOrDefault("type", ANY)).type : type;
    }

    boolean takes(String mediaType) {
        String content = content();
        return content.equals(ANY)
                || content.equals(mediaType)
                || content.endsWith("/*") && mediaType.startsWith(content.substring(0, content.length() - 1));
    }

    /** A UID, or {@code *} for whatever is stored; also within the type of multipart, as some clients write it. */
    Optional<String> transferSyntax() {
        return Optional.ofNullable(parameters.get("transfer-syntax"))
                .or(() -> isMultipart()
                        ? Optional.ofNullable(parse(parameters.getOrDefault("type", ANY))
                                .parameters
                                .get("transfer-syntax"))
                        : Optional.empty());
    }

    private double quality() {
        String text = parameters.getOrDefault("q", "1");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw ProblemException.invalid("q=" + text + " in Accept is not a number from 0 to 1");
        }
    }

    /** Splits at a separator that is not within quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == separator && !quoted) {
                parts.add(text.substring(start, index));
                start = index + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }
}
