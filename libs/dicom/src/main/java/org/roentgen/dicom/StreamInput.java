package org.roentgen.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/** Reads a stream; all values come into memory. */
final class StreamInput extends ByteInput {
    private static final int WINDOW = 16 << 10;
    private static final int FIRST_STEP = 1 << 20;

    private final InputStream stream;
    private long size;
    private long total;
    private final long mostBytes;

    /**
     * @param knownSize all bytes that the stream gives, or {@link #UNKNOWN_SIZE}
     * @param mostBytes beyond which reading fails
     */
    StreamInput(InputStream stream, ReadBudget budget, long knownSize, long mostBytes) {
        super(budget);
        this.stream = stream;
        this.size = knownSize;
        this.mostBytes = mostBytes;
    }

    @Override
    long size() {
        return size;
    }

    @Override
    boolean fill(int count) throws IOException {
        int kept = limit - position;
        int length = Math.max(count, WINDOW);
        budget.allocate(length, offset());
        byte[] fresh = new byte[length];
        System.arraycopy(window, position, fresh, 0, kept);
        base = offset();
        window = fresh;
        position = 0;
        limit = kept;
        while (limit < count) {
            int read = read(fresh, limit, length - limit);
            if (read < 0) {
                size = base + limit;
                return false;
            }
            limit += read;
        }
        return true;
    }

    /** A stream over what was not read yet. */
    InputStream rest() {
        return new SequenceInputStream(slice(limit - position).open(), stream);
    }

    private int read(byte[] target, int from, int length) throws IOException {
        try {
            int read = stream.read(target, from, length);
            total += Math.max(read, 0);
            if (total > mostBytes) {
                throw budget.fail(Rule.LIMIT, mostBytes, "the data set inflates to more than " + mostBytes + " bytes");
            }
            return read;
        } catch (ZipException e) {
            throw budget.fail(Rule.DEFLATE, offset(), "the deflated data set is damaged");
        } catch (EOFException e) {
            budget.breach(Rule.TRUNCATED, offset(), "the deflated data set is cut off");
            return -1;
        }
    }

    @Override
    Value.Data value(long length, int unit) throws IOException {
        if (length > budget.limits().valueLength() || length > Integer.MAX_VALUE - 16) {
            throw budget.fail(
                    Rule.LIMIT,
                    offset(),
                    "a value of " + length + " bytes in memory is over the limit of "
                            + budget.limits().valueLength());
        }
        int count = (int) length;
        if (count <= limit - position || count <= WINDOW) {
            if (!require(count)) {
                budget.breach(Rule.TRUNCATED, offset(), "the input ends inside a value of " + length + " bytes");
                count = limit - position;
            }
            Bytes bytes = slice(count);
            return unit == 1 ? bytes : swapped(bytes.toBytes(), unit);
        }
        return swapped(readLong(count), unit);
    }

    private static Bytes swapped(byte[] bytes, int unit) {
        ByteOrders.swap(bytes, 0, bytes.length, unit);
        return Bytes.wrap(bytes);
    }

    /** Grows step by step, so that a length which lies costs no more than what is there. */
    private byte[] readLong(int length) throws IOException {
        int have = limit - position;
        byte[] bytes = new byte[Math.min(length, Math.max(FIRST_STEP, have))];
        budget.allocate(bytes.length, offset());
        System.arraycopy(window, position, bytes, 0, have);
        base = offset();
        window = Bytes.EMPTY.array;
        position = 0;
        limit = 0;
        while (have < length) {
            if (have == bytes.length) {
                int larger = (int) Math.min(length, bytes.length * 2L);
                budget.allocate(larger - bytes.length, base);
                bytes = Arrays.copyOf(bytes, larger);
            }
            int read = read(bytes, have, bytes.length - have);
            if (read < 0) {
                budget.breach(Rule.TRUNCATED, base, "the input ends inside a value of " + length + " bytes");
                size = base + have;
                bytes = Arrays.copyOf(bytes, have);
                break;
            }
            have += read;
        }
        base += have;
        return bytes;
    }
}
