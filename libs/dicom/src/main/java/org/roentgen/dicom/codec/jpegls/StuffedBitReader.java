package org.roentgen.dicom.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.roentgen.dicom.codec.MalformedFrameException;

/**
 * Bits of a JPEG-LS scan: the byte behind a 0xff carries seven, a set top bit there is a marker (T.87 A.1). Stuffed bits are taken
 * out of the whole scan at first, so that what is left of reading is one position, which a copy that stays within a method keeps in
 * a register.
 */
final class StuffedBitReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;

    /** Zeros behind the end, more than a symbol that begins in front of it and the window behind that can reach. */
    private static final int MARGIN = 32;

    /** Bits of a window that are there whatever its position within a byte is. */
    private static final int WINDOW = 57;

    private final byte[] bits;
    private final int start;
    private int stop;
    private long end;
    private long at;

    StuffedBitReader(byte[] data, int position) {
        start = position;
        bits = new byte[Math.max(0, data.length - position) + MARGIN];
        unstuff(data);
    }

    /** Another reader at the same position of the same scan. */
    StuffedBitReader(StuffedBitReader other) {
        bits = other.bits;
        start = other.start;
        stop = other.stop;
        end = other.end;
        at = other.at;
    }

    /** Goes on from where a copy came to. */
    void resume(StuffedBitReader other) {
        at = other.at;
    }

    private void unstuff(byte[] data) {
        int from = start;
        int to = 0;
        long waiting = 0;
        int count = 0;
        boolean afterFull = false;
        while (from < data.length) {
            if (!afterFull && from + 8 <= data.length) {
                long next = (long) LONG.get(data, from);
                if (((~next - LOW_BITS) & next & HIGH_BITS) == 0) {
                    LONG.set(bits, to, waiting | next >>> count);
                    waiting = next << 63 - count << 1;
                    from += 8;
                    to += 8;
                    continue;
                }
            }
            int value = data[from] & 0xff;
            if (value == 0xff && isMarker(data, from)) {
                break;
            }
            from++;
            int fresh = afterFull ? 7 : 8;
            waiting |= (long) value << 64 - fresh - count;
            count += fresh;
            if (count >= 8) {
                bits[to++] = (byte) (waiting >>> 56);
                waiting <<= 8;
                count -= 8;
            }
            afterFull = value == 0xff;
        }
        bits[to] = (byte) (waiting >>> 56);
        stop = from;
        end = 8L * to + count;
    }

    private static boolean isMarker(byte[] data, int at) {
        return at + 1 >= data.length || (data[at + 1] & 0x80) != 0;
    }

    private long window() {
        return (long) LONG.get(bits, (int) (at >>> 3)) << (at & 7);
    }

    private static int highest(long window, int count) {
        return (int) (window >>> 1 >>> 63 - count);
    }

    /** Reads {@code count} bits, 0 to 32. */
    int bits(int count) {
        int value = highest(window(), count);
        at += count;
        return value;
    }

    boolean bit() {
        boolean set = window() < 0;
        at++;
        return set;
    }

    /**
     * Reads a Golomb code of limited length (T.87 A.5.3).
     *
     * @param order bits of the remainder, at most 24
     * @param escape zeros that announce a value of {@code escapeBits} in place of a quotient, fewer than 56
     */
    int golomb(int order, int escape, int escapeBits) throws MalformedFrameException {
        long window = window();
        int zeros = Long.numberOfLeadingZeros(window);
        if (zeros > escape) {
            throw malformed("a Golomb code is longer than its limit of " + escape + " zeros");
        }
        at += zeros + 1;
        if (zeros == escape) {
            return bits(escapeBits) + 1;
        }
        if (zeros + order >= WINDOW) {
            return zeros << order | bits(order);
        }
        at += order;
        return (zeros - 1 << order) + (int) (window << zeros >>> 63 - order);
    }

    /** Throws once bits behind the end of the scan were consumed. */
    void requireMore() throws MalformedFrameException {
        if (at > end) {
            throw malformed("the scan ends before its last line");
        }
    }

    /** Where the scan ends: at a marker or the end of the frame. */
    int position() {
        return stop;
    }

    MalformedFrameException malformed(String rule) {
        return new MalformedFrameException("JPEG-LS", Math.min(stop, start + (at >>> 3)), rule);
    }
}
