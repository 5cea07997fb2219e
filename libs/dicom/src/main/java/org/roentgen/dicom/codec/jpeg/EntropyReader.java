package org.roentgen.dicom.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.roentgen.dicom.codec.MalformedFrameException;

/** Bits of one entropy-coded segment: removes stuffed zero bytes and stops at a marker (T.81 F.2.2.5). */
final class EntropyReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;

    private final byte[] data;
    private int position;
    private long window;
    private int available;
    private int padding;

    EntropyReader(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    /** Makes at least 32 bits available; past the segment's end they are zeros. */
    void fill() {
        if (available >= 32) {
            return;
        }
        if (position + 8 <= data.length) {
            long next = (long) LONG.get(data, position);
            long inverted = ~next;
            if (((inverted - LOW_BITS) & next & HIGH_BITS) == 0) {
                int bytes = (64 - available) >>> 3;
                window |= next >>> available;
                position += bytes;
                available += bytes << 3;
                return;
            }
        }
        fillByBytes();
    }

    private void fillByBytes() {
        while (available <= 56) {
            int value = 0;
            if (position < data.length) {
                value = data[position] & 0xff;
                if (value != 0xff) {
                    position++;
                } else if (position + 1 < data.length && data[position + 1] == 0) {
                    position += 2;
                } else {
                    value = 0;
                    padding += 8;
                }
            } else {
                padding += 8;
            }
            window |= (long) value << (56 - available);
            available += 8;
        }
    }

    /** The next {@code count} bits, 1 to 32, not consumed; {@link #fill()} first. */
    int peek(int count) {
        return (int) (window >>> (64 - count));
    }

    void skip(int count) {
        window <<= count;
        available -= count;
    }

    /** Consumes {@code count} bits, 1 to 16, as the signed value of T.81 figure F.12 (EXTEND). */
    int extend(int count) {
        int value = (int) (window >>> (64 - count));
        int negative = (int) ~(window >> 63);
        skip(count);
        return value + (negative & ((-1 << count) + 1));
    }

    /** Consumes {@code count} bits, 0 to 16, as a number. */
    int bits(int count) {
        if (count == 0) {
            return 0;
        }
        fill();
        int value = peek(count);
        skip(count);
        return value;
    }

    /** True once bits beyond the segment's end were consumed. */
    boolean exhausted() {
        return available < padding;
    }

    int position() {
        return position;
    }

    /** Drops the rest of this interval and moves behind the restart marker that must follow. */
    void restart() throws MalformedFrameException {
        int marker = nextMarker();
        if (marker < 0xd0 || marker > 0xd7) {
            throw new MalformedFrameException(
                    "JPEG", position, "a restart marker is due, found marker 0x" + Integer.toHexString(marker));
        }
        position += 2;
        window = 0;
        available = 0;
        padding = 0;
    }

    private int nextMarker() throws MalformedFrameException {
        while (position + 1 < data.length) {
            int second = data[position + 1] & 0xff;
            if (data[position] == (byte) 0xff && second != 0 && second != 0xff) {
                return second;
            }
            position++;
        }
        throw new MalformedFrameException("JPEG", position, "the data ends before a due restart marker");
    }
}
