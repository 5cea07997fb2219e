package org.roentgen.api.deidentification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;

/** Which attributes name a person. */
final class DirectIdentifiers {
    private static final String LIST = "direct-identifiers.txt";
    private static final Set<Integer> TAGS = read();

    private DirectIdentifiers() {}

    /** True for names of persons, for what the list holds, and for private attributes, of which nobody knows what they hold. */
    static boolean contains(int tag) {
        return Tags.isPrivate(tag) || Dictionary.vr(tag) == VR.PN || TAGS.contains(tag);
    }

    private static Set<Integer> read() {
        try (InputStream stream = DirectIdentifiers.class.getResourceAsStream(LIST)) {
            if (stream == null) {
                throw new IllegalStateException(LIST + " is not in the jar");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DirectIdentifiers::tag)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int tag(String keyword) {
        return Dictionary.tag(keyword)
                .orElseThrow(
                        () -> new IllegalStateException(LIST + ": '" + keyword + "' is no keyword of an attribute"));
    }
}
