package org.roentgen.dicom;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The three ways to encode elements (PS3.5 section 7.1). */
enum Encoding {
    IMPLICIT_LITTLE(false, false),
    EXPLICIT_LITTLE(true, false),
    EXPLICIT_BIG(true, true);

    private static final int LONGEST_CREATOR = 64;

    private final boolean explicit;
    private final boolean bigEndian;

    Encoding(boolean explicit, boolean bigEndian) {
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    static Encoding of(TransferSyntax syntax) {
        if (syntax.bigEndian()) {
            return EXPLICIT_BIG;
        }
        return syntax.explicit() ? EXPLICIT_LITTLE : IMPLICIT_LITTLE;
    }

    boolean explicit() {
        return explicit;
    }

    boolean bigEndian() {
        return bigEndian;
    }

    /** The encoding in which the first element, from the next byte on, makes sense; null for none. */
    static @Nullable Encoding guess(ByteInput in) throws IOException {
        if (!in.require(8)) {
            return null;
        }
        boolean letters = VR.ofCode(in.window[in.position + 4], in.window[in.position + 5]) != null;
        if (isKnown(in.tag(false)) || isPrivateCreator(in, letters)) {
            long length = Integer.toUnsignedLong(in.integer(4, false));
            if (letters) {
                return EXPLICIT_LITTLE;
            }
            return length == 0xFFFFFFFFL || length <= in.size() - in.offset() ? IMPLICIT_LITTLE : null;
        }
        return letters && isKnown(in.tag(true)) ? EXPLICIT_BIG : null;
    }

    /** Old files begin with private groups below 0008: a creator is a short text that can be read. */
    private static boolean isPrivateCreator(ByteInput in, boolean letters) throws IOException {
        int length = letters ? in.integer(4, false) >>> 16 : in.integer(4, false);
        if (!Tags.isPrivateCreator(in.tag(false))
                || length < 1
                || length > LONGEST_CREATOR
                || !in.require(8 + length)) {
            return false;
        }
        for (int i = 8; i < 8 + length; i++) {
            int character = in.window[in.position + i];
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return !letters || VR.ofCode(in.window[in.position + 4], in.window[in.position + 5]) == VR.LO;
    }

    /** True where the first element has a sensible tag only if its bytes are taken in the other order. */
    private static boolean isSwapped(ByteInput in, boolean bigEndian) {
        int tag = in.tag(bigEndian);
        return (Tags.group(tag) & 0xFF) == 0 && !isKnown(tag) && isKnown(in.tag(!bigEndian));
    }

    private static boolean isKnown(int tag) {
        return PublicDictionary.INSTANCE.find(tag) != null && Tags.group(tag) != 0xFFFE
                || Tags.isGroupLength(tag) && Tags.group(tag) > 0 && Tags.group(tag) < 0x50;
    }

    /** The encoding of a data set that should have this one, by its first element, which lies in the window. */
    Encoding correct(ByteInput in, long end) {
        int first = in.window[in.position + 4];
        int second = in.window[in.position + 5];
        long left = end - in.offset() - 8;
        long length = Integer.toUnsignedLong(in.integer(4, false));
        if (explicit && VR.ofCode(first, second) != null && isSwapped(in, bigEndian)) {
            return bigEndian ? EXPLICIT_LITTLE : EXPLICIT_BIG;
        }
        if (explicit) {
            boolean implicit = !(VR.isLetter(first) && VR.isLetter(second))
                    && !bigEndian
                    && (length <= left || length == 0xFFFFFFFFL)
                    && Tags.group(in.tag(false)) != 0xFFFE;
            return implicit ? IMPLICIT_LITTLE : this;
        }
        VR vr = VR.ofCode(first, second);
        return vr != null && (length > left || Dictionary.vr(in.tag(false)) == vr) ? EXPLICIT_LITTLE : this;
    }
}
