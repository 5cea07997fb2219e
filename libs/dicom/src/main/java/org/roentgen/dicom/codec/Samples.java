package org.roentgen.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian sample access on byte arrays, a row at a time. */
public final class Samples {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Samples() {}

    /**
     * Writes {@code count} values, low bytes first.
     *
     * @param row the values, from {@code from}
     * @param target receives them
     * @param first index of the first sample in {@code target}, counted in samples
     * @param stride distance between samples in {@code target}, counted in samples
     * @param bytes bytes of a sample: 1, 2 or 4
     */
    public static void putRow(int[] row, int from, int count, byte[] target, long first, int stride, int bytes) {
        int at = Math.toIntExact(first * bytes);
        int step = stride * bytes;
        switch (bytes) {
            case 1 -> {
                for (int i = 0; i < count; i++, at += step) {
                    target[at] = (byte) row[from + i];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++, at += step) {
                    SHORT.set(target, at, (short) row[from + i]);
                }
            }
            case 4 -> {
                for (int i = 0; i < count; i++, at += step) {
                    INT.set(target, at, row[from + i]);
                }
            }
            default -> throw new IllegalArgumentException("Samples of " + bytes + " bytes are not integers of a codec");
        }
    }

    /**
     * Reads {@code count} unsigned values.
     *
     * @param source little-endian samples
     * @param first index of the first sample in {@code source}, counted in samples
     * @param stride distance between samples in {@code source}, counted in samples
     * @param bytes bytes of a sample: 1 or 2
     * @param row receives the values, from {@code from}
     */
    public static void getRow(byte[] source, long first, int stride, int bytes, int[] row, int from, int count) {
        int at = Math.toIntExact(first * bytes);
        int step = stride * bytes;
        if (bytes == 1) {
            for (int i = 0; i < count; i++, at += step) {
                row[from + i] = source[at] & 0xff;
            }
        } else {
            for (int i = 0; i < count; i++, at += step) {
                row[from + i] = (short) SHORT.get(source, at) & 0xffff;
            }
        }
    }

    /**
     * Reads values as two's complement numbers of so many bits, in place: some encoders tell a codestream that signed samples are
     * unsigned ones, and the data set knows better.
     */
    public static void extendSign(int[] values, int bits) {
        int unused = Integer.SIZE - bits;
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] << unused >> unused;
        }
    }

    /** Unpacks {@code count} bits, lowest bit first, beginning at a bit offset, to one byte each (PS3.5 8.1.1). */
    public static void unpackBits(byte[] source, long firstBit, byte[] target, int count) {
        for (int i = 0; i < count; i++) {
            long bit = firstBit + i;
            target[i] = (byte) (source[(int) (bit >> 3)] >> (int) (bit & 7) & 1);
        }
    }

    /** Unpacks {@code count} samples of 12 bits, lowest bits first, beginning at a bit offset, to two bytes each. */
    public static void unpackTwelves(byte[] source, long firstBit, byte[] target, int count) {
        for (int i = 0; i < count; i++) {
            long bit = firstBit + 12L * i;
            int at = (int) (bit >> 3);
            int pair = (source[at] & 0xff | (source[at + 1] & 0xff) << 8) >> (int) (bit & 7);
            SHORT.set(target, 2 * i, (short) (pair & 0xfff));
        }
    }

    /** Packs bytes of 0 and 1 to bits, lowest bit first. */
    public static byte[] packBits(byte[] source, int count) {
        byte[] packed = new byte[(count + 7) / 8];
        for (int i = 0; i < count; i++) {
            packed[i >> 3] |= (byte) ((source[i] & 1) << (i & 7));
        }
        return packed;
    }

    /** Reverses the bytes of each sample in place: big-endian to little-endian or back. */
    public static void swap(byte[] samples, int length, int bytes) {
        for (int start = 0; start + bytes <= length; start += bytes) {
            for (int low = start, high = start + bytes - 1; low < high; low++, high--) {
                byte keep = samples[low];
                samples[low] = samples[high];
                samples[high] = keep;
            }
        }
    }
}
