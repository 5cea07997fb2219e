package org.roentgen.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a file by windows and leaves long values where they are. */
final class FileInput extends ByteInput {
    private static final int FIRST_WINDOW = 8 << 10;
    private static final int WINDOW = 64 << 10;
    /** After a value that was skipped, what follows is most likely another header or a fragment to skip. */
    private static final int WINDOW_AFTER_SKIP = 512;

    private final FileChannel channel;
    private final Path file;
    private final long size;
    private final int bulkThreshold;
    private int nextWindow = FIRST_WINDOW;

    FileInput(FileChannel channel, Path file, ReadBudget budget, int bulkThreshold) throws IOException {
        super(budget);
        this.channel = channel;
        this.file = file;
        this.size = channel.size();
        this.bulkThreshold = bulkThreshold;
    }

    @Override
    long size() {
        return size;
    }

    @Override
    boolean fill(int count) throws IOException {
        long offset = offset();
        if (size - offset < count) {
            return false;
        }
        int kept = Math.max(limit - position, 0);
        int length = (int) Math.min(Math.max(count, nextWindow), size - offset);
        budget.allocate(length, offset);
        byte[] fresh = new byte[length];
        if (kept > 0) {
            System.arraycopy(window, position, fresh, 0, kept);
        }
        ByteBuffer buffer = ByteBuffer.wrap(fresh, kept, length - kept);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw budget.fail(Rule.TRUNCATED, offset, "the file became shorter while it was read");
            }
        }
        window = fresh;
        base = offset;
        position = 0;
        limit = length;
        nextWindow = WINDOW;
        return true;
    }

    @Override
    Value.Data value(long length, int unit) throws IOException {
        if (length > bulkThreshold) {
            Bulk bulk = new Bulk(file, offset(), length, unit);
            skip(length);
            return bulk;
        }
        if (!require((int) length)) {
            throw new IllegalStateException("a value longer than the input: its caller has to check");
        }
        Bytes bytes = slice((int) length);
        if (unit == 1) {
            return bytes;
        }
        byte[] swapped = bytes.toBytes();
        ByteOrders.swap(swapped, 0, swapped.length, unit);
        return Bytes.wrap(swapped);
    }

    private void skip(long length) {
        if (length <= limit - position) {
            position += (int) length;
            return;
        }
        base = offset() + length;
        position = 0;
        limit = 0;
        window = Bytes.EMPTY.array;
        nextWindow = WINDOW_AFTER_SKIP;
    }
}
