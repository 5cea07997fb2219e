package org.roentgen.objectstore;

import java.util.regex.Pattern;

/** The form of reference names, and where a store keeps them. */
final class ReferenceNames {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    private ReferenceNames() {}

    /**
     * The path of a reference, relative to the place of all references. The last segment gets a character that no segment may
     * hold, so that {@code a} and {@code a/b} can both be references.
     *
     * @throws IllegalArgumentException if the name is not of the allowed form
     */
    static String path(String name) {
        for (String segment : name.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("Reference name '" + name
                        + "' must be segments of letters, digits, '-', '_' and '.', joined by '/'");
            }
        }
        return name + "@";
    }
}
