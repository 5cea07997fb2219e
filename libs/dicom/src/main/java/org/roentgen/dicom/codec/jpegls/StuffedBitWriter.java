package org.roentgen.dicom.codec.jpegls;

import java.util.Arrays;

/** Writes the bits of a JPEG-LS scan: the byte behind a 0xff carries seven (T.87 A.1). */
final class StuffedBitWriter {
    private byte[] data;
    private int size;
    private long window;
    private int pending;
    private boolean afterFull;

    StuffedBitWriter(int capacity) {
        data = new byte[Math.max(64, capacity)];
    }

    /** Appends the low {@code count} bits, 0 to 32, of {@code value}. */
    void bits(int value, int count) {
        window = window << count | value & (1L << count) - 1;
        pending += count;
        while (pending >= 8) {
            emit();
        }
    }

    /** Appends {@code count} zeros and a one. */
    void unary(int count) {
        int left = count;
        while (left > 24) {
            bits(0, 24);
            left -= 24;
        }
        bits(1, left + 1);
    }

    private void emit() {
        int count = afterFull ? 7 : 8;
        pending -= count;
        int value = (int) (window >>> pending) & (afterFull ? 0x7f : 0xff);
        append(value);
        afterFull = value == 0xff;
    }

    private void append(int value) {
        if (size == data.length) {
            data = Arrays.copyOf(data, size + (size >> 1));
        }
        data[size++] = (byte) value;
    }

    /** Fills the last byte with zeros; a 0xff at the end gets its stuffed byte. */
    void finish() {
        if (pending > 0) {
            bits(0, (afterFull ? 7 : 8) - pending);
            if (pending == 7 && afterFull) {
                emit();
            }
        }
        if (afterFull) {
            append(0);
            afterFull = false;
        }
    }

    /** Appends a marker segment's or marker's bytes as they are. */
    void raw(int... values) {
        for (int value : values) {
            append(value);
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(data, size + (size & 1));
    }
}
