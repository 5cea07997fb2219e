package org.roentgen.dicom;

import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;

/** Arithmetic on tags. A tag is an unsigned 32 bit number: group in the high half, element in the low half. */
public final class Tags {
    static final int ITEM = 0xFFFEE000;
    static final int ITEM_DELIMITATION = 0xFFFEE00D;
    static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Tags() {}

    /** The tag of a group and an element number. */
    public static int of(int group, int element) {
        return group << 16 | element & 0xFFFF;
    }

    /** The group number, 0 to 0xFFFF. */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /** The element number, 0 to 0xFFFF. */
    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** True for an odd group (PS3.5 section 7.8). */
    public static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0;
    }

    /** True for (gggg,0010-00FF) with gggg odd: the element that reserves a private block. */
    public static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && (tag & 0xFFFF) >= 0x10 && (tag & 0xFFFF) <= 0xFF;
    }

    /** The tag of the creator that reserves the block of a private element. */
    public static int creatorOf(int privateTag) {
        return privateTag & 0xFFFF0000 | privateTag >>> 8 & 0xFF;
    }

    /** True for (gggg,0000). */
    public static boolean isGroupLength(int tag) {
        return (tag & 0xFFFF) == 0;
    }

    /** The form {@code (0010,0020)}. */
    public static String format(int tag) {
        return "(" + HEX.toHexDigits((short) group(tag)) + "," + HEX.toHexDigits((short) element(tag)) + ")";
    }

    /** The form {@code 00100020} of DICOM JSON. */
    public static String hex(int tag) {
        return HEX.toHexDigits(tag);
    }

    /** Reads a keyword, {@code 00100020} or {@code (0010,0020)}; empty for anything else. */
    public static OptionalInt parse(String text) {
        OptionalInt byKeyword = Dictionary.tag(text);
        if (byKeyword.isPresent()) {
            return byKeyword;
        }
        String digits = text.replaceAll("[(),\\s]", "").toUpperCase(Locale.ROOT);
        return digits.matches("[0-9A-F]{8}")
                ? OptionalInt.of(Integer.parseUnsignedInt(digits, 16))
                : OptionalInt.empty();
    }
}
