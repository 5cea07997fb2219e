package org.roentgen.dicom;

import org.jspecify.annotations.Nullable;

/** Value representations of PS3.5 section 6.2, with what an encoder needs to know of each. */
public enum VR {
    AE(Kind.ASCII, 1, false),
    AS(Kind.ASCII, 1, false),
    AT(Kind.BINARY, 2, false),
    CS(Kind.ASCII, 1, false),
    DA(Kind.ASCII, 1, false),
    DS(Kind.ASCII, 1, false),
    DT(Kind.ASCII, 1, false),
    FD(Kind.BINARY, 8, false),
    FL(Kind.BINARY, 4, false),
    IS(Kind.ASCII, 1, false),
    LO(Kind.TEXT, 1, false),
    LT(Kind.TEXT, 1, false),
    OB(Kind.BINARY, 1, true),
    OD(Kind.BINARY, 8, true),
    OF(Kind.BINARY, 4, true),
    OL(Kind.BINARY, 4, true),
    OV(Kind.BINARY, 8, true),
    OW(Kind.BINARY, 2, true),
    PN(Kind.TEXT, 1, false),
    SH(Kind.TEXT, 1, false),
    SL(Kind.BINARY, 4, false),
    SQ(Kind.SEQUENCE, 1, true),
    SS(Kind.BINARY, 2, false),
    ST(Kind.TEXT, 1, false),
    SV(Kind.BINARY, 8, true),
    TM(Kind.ASCII, 1, false),
    UC(Kind.TEXT, 1, true),
    UI(Kind.ASCII, 1, false),
    UL(Kind.BINARY, 4, false),
    UN(Kind.BINARY, 1, true),
    UR(Kind.ASCII, 1, true),
    US(Kind.BINARY, 2, false),
    UT(Kind.TEXT, 1, true),
    UV(Kind.BINARY, 8, true);

    private enum Kind {
        ASCII,
        TEXT,
        BINARY,
        SEQUENCE
    }

    private static final @Nullable VR[] BY_CODE = new VR[26 * 26];

    static {
        for (VR vr : values()) {
            BY_CODE[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
        }
    }

    private final Kind kind;
    private final int unit;
    private final boolean longLength;

    VR(Kind kind, int unit, boolean longLength) {
        this.kind = kind;
        this.unit = unit;
        this.longLength = longLength;
    }

    /** The VR of two ASCII letters, or null where the standard defines none such. */
    static @Nullable VR ofCode(int first, int second) {
        return isLetter(first) && isLetter(second) ? BY_CODE[index(first, second)] : null;
    }

    static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }

    private static int index(int first, int second) {
        return (first - 'A') * 26 + (second - 'A');
    }

    /** True where the value is text of any kind, encoded in the character set or in the default repertoire. */
    public boolean isString() {
        return kind == Kind.ASCII || kind == Kind.TEXT;
    }

    /** True where Specific Character Set applies (PS3.5 section 6.1.2.3). */
    public boolean usesCharacterSet() {
        return kind == Kind.TEXT;
    }

    /** True where the value is a sequence of items. */
    public boolean isSequence() {
        return kind == Kind.SEQUENCE;
    }

    /** True for opaque bytes or streams of numbers whose length is bounded by the data set only: OB, OW, UN... */
    public boolean isBulk() {
        return this == OB || this == OW || this == OF || this == OD || this == OL || this == OV || this == UN;
    }

    /** Bytes of one number, the unit that byte order swaps; 1 where order does not matter. */
    public int unit() {
        return unit;
    }

    /** True where explicit encodings carry two reserved bytes and a length of 32 bits (PS3.5 section 7.1.2). */
    public boolean hasLongLength() {
        return longLength;
    }

    /** True where a backslash separates values. */
    public boolean isMultiValued() {
        return isString() && this != LT && this != ST && this != UT && this != UR;
    }

    /** The byte that fills a value of odd length: NUL for UI and binary, space for text. */
    public byte padding() {
        return (byte) (isString() && this != UI ? ' ' : 0);
    }

    /** True where integers of this VR stand in binary. */
    public boolean isBinaryInteger() {
        return switch (this) {
            case US, SS, UL, SL, UV, SV, OB, OW, OL, OV, AT -> true;
            default -> false;
        };
    }
}
