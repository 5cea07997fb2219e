package org.roentgen.dicom.network;

/** Rules for application entity titles (VR AE, PS3.5 section 6.2). */
public final class AeTitle {
    private static final int MAXIMUM_LENGTH = 16;

    private AeTitle() {}

    /**
     * Returns the title without its insignificant spaces.
     *
     * @throws IllegalArgumentException when it is empty, longer than 16 characters, or holds a backslash or control
     *     character
     */
    public static String require(String title) {
        String stripped = title.strip();
        if (!isValid(stripped)) {
            throw new IllegalArgumentException(
                    "AE title '%s': must be 1 to 16 printable ASCII characters without backslash (PS3.5 6.2)"
                            .formatted(title));
        }
        return stripped;
    }

    static boolean isValid(String title) {
        return !title.isBlank()
                && title.length() <= MAXIMUM_LENGTH
                && title.chars().allMatch(character -> character >= ' ' && character < 0x7F && character != '\\');
    }
}
