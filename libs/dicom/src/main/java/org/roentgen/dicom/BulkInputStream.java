package org.roentgen.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Streams a value from its file, swapping to little-endian where needed. */
final class BulkInputStream extends InputStream {
    private final FileChannel channel;
    private final int swapUnit;
    private final ByteBuffer buffer;
    private long next;
    private final long end;

    BulkInputStream(Bulk bulk) throws IOException {
        this.channel = FileChannel.open(bulk.file(), StandardOpenOption.READ);
        this.swapUnit = bulk.swapUnit();
        this.next = bulk.offset();
        this.end = bulk.offset() + bulk.length();
        this.buffer = ByteBuffer.wrap(new byte[(int) Math.min(64 << 10, bulk.length() + 8 & ~7)])
                .limit(0);
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - next));
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, next);
            if (count < 0) {
                throw new IOException("file ends inside a value, at byte " + next + ": it changed after it was read");
            }
            next += count;
        }
        buffer.flip();
        ByteOrders.swap(buffer.array(), 0, buffer.limit(), swapUnit);
        return buffer.hasRemaining();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
