package org.roentgen.dicom.codec;

import java.util.Set;

/**
 * How one sample lies in its cell (PS3.5 section 8.1.1).
 *
 * @param bitsAllocated size of the cell: 1, 8, 16, 32 or 64, or 12 in the retired packed form (PS3.5-1993)
 * @param bitsStored number of significant bits
 * @param highBit position of the most significant one
 * @param kind how the bits are read as a number
 */
public record SampleFormat(int bitsAllocated, int bitsStored, int highBit, Kind kind) {
    private static final Set<Integer> CELLS = Set.of(1, 8, 12, 16, 32, 64);

    /** Reading of a sample's bits as a number. */
    public enum Kind {
        UNSIGNED,
        SIGNED,
        FLOAT
    }

    public SampleFormat {
        if (!CELLS.contains(bitsAllocated)) {
            throw new IllegalArgumentException(
                    "Bits Allocated " + bitsAllocated + " is not one of 1, 8, 12, 16, 32, 64");
        }
        if (bitsStored < 1 || bitsStored > bitsAllocated) {
            throw new IllegalArgumentException(
                    "Bits Stored " + bitsStored + " is outside 1 to Bits Allocated " + bitsAllocated);
        }
        if (highBit < bitsStored - 1 || highBit >= bitsAllocated) {
            throw new IllegalArgumentException("High Bit " + highBit + " leaves no room for " + bitsStored
                    + " stored bits in " + bitsAllocated + " allocated ones");
        }
        if (kind == Kind.FLOAT && bitsAllocated < 32) {
            throw new IllegalArgumentException("Float samples need 32 or 64 Bits Allocated, not " + bitsAllocated);
        }
    }

    /** Samples that fill {@code bitsStored} low bits of their cell. */
    public static SampleFormat of(int bitsAllocated, int bitsStored, boolean signed) {
        return new SampleFormat(bitsAllocated, bitsStored, bitsStored - 1, signed ? Kind.SIGNED : Kind.UNSIGNED);
    }

    /** IEEE 754 samples of 32 or 64 bits. */
    public static SampleFormat floating(int bitsAllocated) {
        return new SampleFormat(bitsAllocated, bitsAllocated, bitsAllocated - 1, Kind.FLOAT);
    }

    public boolean signed() {
        return kind == Kind.SIGNED;
    }

    /** Bytes of one decoded sample; a sample that is packed without regard to bytes decodes to whole ones. */
    public int bytes() {
        return (bitsAllocated + 7) >> 3;
    }

    /** True if cells do not begin at bytes. */
    public boolean packed() {
        return bitsAllocated % 8 != 0;
    }

    /** The array-interface name of the decoded little-endian sample: {@code u1 i1 <u2 <i2 <u4 <i4 <u8 <i8 <f4 <f8}. */
    public String dtype() {
        String letter =
                switch (kind) {
                    case UNSIGNED -> "u";
                    case SIGNED -> "i";
                    case FLOAT -> "f";
                };
        return (bytes() > 1 ? "<" : "") + letter + bytes();
    }
}
