package org.roentgen.objectstore;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The form of reference names, and where a folder keeps them. */
final class ReferenceNames {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    private ReferenceNames() {}

    /**
     * The file of a reference. The last segment gets a character that no segment may hold, so that {@code a} and
     * {@code a/b} can both be references.
     *
     * @throws IllegalArgumentException if the name is not of the allowed form
     */
    static Path path(Path folder, String name) {
        Path path = folder;
        String[] segments = name.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("Reference name '" + name
                        + "' must be segments of letters, digits, '-', '_' and '.', joined by '/'");
            }
            path = path.resolve(i == segments.length - 1 ? segment + "@" : segment);
        }
        return path;
    }
}
