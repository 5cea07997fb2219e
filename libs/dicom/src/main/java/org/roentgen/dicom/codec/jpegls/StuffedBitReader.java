package org.roentgen.dicom.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.roentgen.dicom.codec.MalformedFrameException;

/** Bits of a JPEG-LS scan: the byte behind a 0xff carries seven, a set top bit there is a marker (T.87 A.1). */
final class StuffedBitReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;

    private final byte[] data;
    private int position;
    private long window;
    private int available;
    private int padding;
    private boolean afterFull;

    StuffedBitReader(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    private void fill() {
        if (!afterFull && position + 8 <= data.length) {
            long next = (long) LONG.get(data, position);
            if (((~next - LOW_BITS) & next & HIGH_BITS) == 0) {
                int bytes = (64 - available) >>> 3;
                window |= next >>> available;
                position += bytes;
                available += bytes << 3;
                return;
            }
        }
        window &= available == 0 ? 0 : -1L << (64 - available);
        fillByBytes();
    }

    private void fillByBytes() {
        while (available <= 56) {
            int value = position < data.length ? data[position] & 0xff : -1;
            if (value < 0 || afterFull && value > 0x7f || value == 0xff && isMarker()) {
                padding += 8;
                available += 8;
                continue;
            }
            position++;
            int bits = afterFull ? 7 : 8;
            window |= (long) value << (64 - bits - available);
            available += bits;
            afterFull = value == 0xff;
        }
    }

    private boolean isMarker() {
        return position + 1 >= data.length || (data[position + 1] & 0x80) != 0;
    }

    /** Reads {@code count} bits, 0 to 32. */
    int bits(int count) {
        if (count == 0) {
            return 0;
        }
        if (available < count) {
            fill();
        }
        int value = (int) (window >>> (64 - count));
        window <<= count;
        available -= count;
        return value;
    }

    boolean bit() {
        if (available == 0) {
            fill();
        }
        boolean set = window < 0;
        window <<= 1;
        available--;
        return set;
    }

    /** Reads zeros up to a one bit, and returns their number, at most {@code most}. */
    int zeros(int most) throws MalformedFrameException {
        int count = 0;
        while (true) {
            if (available < 32) {
                fill();
            }
            int zeros = Math.min(Long.numberOfLeadingZeros(window), available);
            count += zeros;
            if (count > most) {
                throw malformed("a Golomb code is longer than its limit of " + most + " zeros");
            }
            if (zeros < available) {
                window = window << zeros << 1;
                available -= zeros + 1;
                return count;
            }
            window = 0;
            available = 0;
            requireMore();
        }
    }

    /** Throws once bits behind the end of the scan were consumed. */
    void requireMore() throws MalformedFrameException {
        if (available < padding) {
            throw malformed("the scan ends before its last line");
        }
    }

    int position() {
        return position;
    }

    MalformedFrameException malformed(String rule) {
        return new MalformedFrameException("JPEG-LS", position, rule);
    }
}
