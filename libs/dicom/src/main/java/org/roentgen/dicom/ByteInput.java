package org.roentgen.dicom;

import java.io.IOException;

/** A window of an input that moves forward. Slices handed out stay valid: a window is never written to again. */
abstract class ByteInput {
    static final long UNKNOWN_SIZE = Long.MAX_VALUE;

    byte[] window = new byte[0];
    /** Next byte in the window. */
    int position;
    /** End of the bytes in the window. */
    int limit;
    /** Offset in the input of the first byte of the window. */
    long base;

    final ReadBudget budget;

    ByteInput(ReadBudget budget) {
        this.budget = budget;
    }

    /** Offset in the input of the next byte. */
    final long offset() {
        return base + position;
    }

    /** True where that many bytes lie in the window, loading them if need be; false where the input ends before. */
    final boolean require(int count) throws IOException {
        return limit - position >= count || fill(count);
    }

    /** Loads more into a fresh window; false where the input ends before. */
    abstract boolean fill(int count) throws IOException;

    /** Total bytes of the input, or {@link #UNKNOWN_SIZE}. */
    abstract long size();

    /** Takes a value, of at most the bytes that the input has left where its size is known. */
    abstract Value.Data value(long length, int unit) throws IOException;

    /** Takes what lies in the window. */
    final Bytes slice(int length) {
        Bytes bytes = length == 0 ? Bytes.EMPTY : new Bytes(window, position, length);
        position += length;
        return bytes;
    }

    final int tag(boolean bigEndian) {
        return bigEndian
                ? (window[position] & 0xFF) << 24
                        | (window[position + 1] & 0xFF) << 16
                        | (window[position + 2] & 0xFF) << 8
                        | window[position + 3] & 0xFF
                : Integer.rotateLeft(ByteOrders.integer(window, position), 16);
    }

    final int unsignedShort(int ahead, boolean bigEndian) {
        int value = ByteOrders.unsignedShort(window, position + ahead);
        return bigEndian ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
    }

    final int integer(int ahead, boolean bigEndian) {
        int value = ByteOrders.integer(window, position + ahead);
        return bigEndian ? Integer.reverseBytes(value) : value;
    }
}
