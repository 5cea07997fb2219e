package org.roentgen.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Expands the segments of a compressed palette channel to 16-bit entries (PS3.3 C.7.9.2). */
final class SegmentedPalette {
    private final ByteBuffer in;
    private final boolean words;
    private final ByteBuffer out;

    private SegmentedPalette(byte[] data, int count, boolean words) {
        in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        this.words = words;
        out = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The entries as little-endian words; empty where the segments do not fill the table. */
    static byte[] expand(byte[] data, int[] descriptor) {
        int count = (descriptor[0] & 0xffff) == 0 ? 65_536 : descriptor[0] & 0xffff;
        SegmentedPalette palette = new SegmentedPalette(data, count, descriptor[2] > 8);
        while (palette.available() >= 2 && palette.out.hasRemaining()) {
            palette.segment(true);
        }
        return palette.out.hasRemaining() ? new byte[0] : palette.out.array();
    }

    private int available() {
        return in.remaining() / (words ? 2 : 1);
    }

    private int next() {
        return words ? in.getShort() & 0xffff : in.get() & 0xff;
    }

    private void put(int value) {
        if (out.hasRemaining()) {
            out.putShort((short) value);
        }
    }

    private void segment(boolean mayRepeat) {
        int kind = next();
        int length = next();
        switch (kind) {
            case 0 -> {
                for (int i = 0; i < length && available() > 0; i++) {
                    put(next());
                }
            }
            case 1 -> linear(length);
            case 2 -> repeat(length, mayRepeat);
            default -> in.position(in.limit());
        }
    }

    private void linear(int length) {
        if (available() < 1) {
            return;
        }
        int start = out.position() == 0 ? 0 : out.getShort(out.position() - 2) & 0xffff;
        int end = next();
        for (int i = 1; i <= length; i++) {
            put((int) Math.round(start + (end - start) * (double) i / length));
        }
    }

    /** Repeats earlier segments, which must not be repetitions themselves. */
    private void repeat(int count, boolean mayRepeat) {
        if (!mayRepeat || available() < 2) {
            in.position(in.limit());
            return;
        }
        int offset = next() | next() << 16;
        int after = in.position();
        if (offset < 0 || offset >= after) {
            in.position(in.limit());
            return;
        }
        in.position(offset);
        for (int i = 0; i < count && available() >= 2; i++) {
            segment(false);
        }
        in.position(after);
    }
}
