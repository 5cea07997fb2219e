package org.roentgen.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Samples out of byte planes, which lie one behind another: the highest byte of each sample first (PS3.5 G.2). */
final class BytePlanes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 8;

    private BytePlanes() {}

    /** Joins a plane of high and one of low bytes to samples of two bytes, low byte first, eight at a time. */
    static void join(byte[] planes, int pixels, byte[] target) {
        int i = 0;
        for (; i <= pixels - BLOCK; i += BLOCK) {
            long high = (long) LONG.get(planes, i);
            long low = (long) LONG.get(planes, pixels + i);
            LONG.set(target, 2 * i, spread(high) << 8 | spread(low));
            LONG.set(target, 2 * i + BLOCK, spread(high >>> 32) << 8 | spread(low >>> 32));
        }
        for (; i < pixels; i++) {
            target[2 * i] = planes[pixels + i];
            target[2 * i + 1] = planes[i];
        }
    }

    /** The four low bytes with a free byte above each. */
    private static long spread(long bytes) {
        long pairs = (bytes & 0xffffffffL | bytes << 16) & 0x0000ffff0000ffffL;
        return (pairs | pairs << 8) & 0x00ff00ff00ff00ffL;
    }

    /** Puts planes of any number together: low bytes first, colour by pixel. */
    static void interleave(byte[] planes, int pixels, int samples, int bytes, byte[] target) {
        int step = samples * bytes;
        for (int plane = 0; plane < step; plane++) {
            int at = plane / bytes * bytes + bytes - 1 - plane % bytes;
            int from = plane * pixels;
            for (int i = 0; i < pixels; i++, at += step) {
                target[at] = planes[from + i];
            }
        }
    }
}
