package org.roentgen.dicom;

import java.io.IOException;

/** Reads tag, VR and length of one element; reused from element to element. */
final class ElementHeader {
    static final long UNDEFINED = 0xFFFFFFFFL;

    int tag;
    VR vr = VR.UN;
    long length;
    /** Whether the VR came from the element, not from the dictionary. */
    boolean stated;

    private final ByteInput in;
    private final ReadBudget budget;

    ElementHeader(ByteInput in, ReadBudget budget) {
        this.in = in;
        this.budget = budget;
    }

    /** Reads what stands at the next byte, where at least 8 bytes are in the window; false where the input ends in it. */
    boolean read(Encoding encoding, ImplicitVr implicit) throws IOException {
        boolean bigEndian = encoding.bigEndian();
        tag = in.tag(bigEndian);
        if (!encoding.explicit() || Tags.group(tag) == 0xFFFE) {
            readImplicit(implicit, bigEndian);
            return true;
        }
        int first = in.window[in.position + 4];
        int second = in.window[in.position + 5];
        VR known = VR.ofCode(first, second);
        if (known == null) {
            return readUnusual(first, second, implicit, bigEndian);
        }
        stated = true;
        vr = known;
        if (!known.hasLongLength()) {
            length = in.unsignedShort(6, bigEndian);
            in.position += 8;
            return true;
        }
        return readLong(bigEndian);
    }

    private boolean readLong(boolean bigEndian) throws IOException {
        if (!in.require(12)) {
            return false;
        }
        length = Integer.toUnsignedLong(in.integer(8, bigEndian));
        in.position += 12;
        return true;
    }

    private void readImplicit(ImplicitVr implicit, boolean bigEndian) throws IOException {
        stated = false;
        length = Integer.toUnsignedLong(in.integer(4, bigEndian));
        in.position += 8;
        vr = implicit.of(tag, length, in);
    }

    private boolean readUnusual(int first, int second, ImplicitVr implicit, boolean bigEndian) throws IOException {
        if (!VR.isLetter(first) || !VR.isLetter(second)) {
            budget.breach(Rule.INVALID_VR, in.offset() + 4, "the VR bytes are no letters");
            readImplicit(implicit, bigEndian);
            return true;
        }
        budget.breach(Rule.UNKNOWN_VR, in.offset() + 4, "the VR is none of the standard");
        stated = true;
        vr = VR.UN;
        if (in.unsignedShort(6, bigEndian) == 0) {
            return readLong(bigEndian);
        }
        length = in.unsignedShort(6, bigEndian);
        in.position += 8;
        return true;
    }
}
