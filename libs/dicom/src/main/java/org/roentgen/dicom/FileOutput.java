package org.roentgen.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to write to, buffered; long values that lie in another file go there without passing through this process. */
final class FileOutput extends OutputStream {
    /** The channel copies what it writes to memory of its own of this size, which the thread keeps. */
    private static final int LARGEST_WRITE = 128 << 10;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(16 << 10);

    FileOutput(Path path) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public void write(int octet) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length <= buffer.remaining()) {
            buffer.put(bytes, offset, length);
            return;
        }
        flush();
        int end = offset + length;
        int from = offset;
        while (end - from > buffer.capacity()) {
            int count = Math.min(LARGEST_WRITE, end - from);
            write(ByteBuffer.wrap(bytes, from, count));
            from += count;
        }
        buffer.put(bytes, from, end - from);
    }

    /** Copies a value that needs no swapping. */
    void transfer(Bulk bulk) throws IOException {
        flush();
        try (FileChannel source = FileChannel.open(bulk.file(), StandardOpenOption.READ)) {
            long at = bulk.offset();
            long end = bulk.offset() + bulk.length();
            while (at < end) {
                long count = source.transferTo(at, end - at, channel);
                if (count <= 0) {
                    throw new EOFException(
                            "file ends inside a value, at byte " + at + ": it changed after it was read");
                }
                at += count;
            }
        }
    }

    @Override
    public void flush() throws IOException {
        buffer.flip();
        write(buffer);
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
