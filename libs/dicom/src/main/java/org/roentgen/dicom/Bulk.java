package org.roentgen.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A value that stays in its file until asked for.
 *
 * @param file the file, which must not change while the value is in use
 * @param offset of the first byte in the file
 * @param length in bytes
 * @param swapUnit size of the numbers whose bytes have to be swapped to be little-endian; 1 for none
 */
public record Bulk(Path file, long offset, long length, int swapUnit) implements Value.Data {
    public Bulk {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset " + offset + " or length " + length + " is negative");
        }
    }

    @Override
    public byte[] toBytes() throws IOException {
        if (length > Integer.MAX_VALUE - 16) {
            throw new IOException("a value of " + length + " bytes does not fit an array: use map or open");
        }
        byte[] bytes = new byte[(int) length];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new EOFException("file ends at byte " + channel.size() + ", inside a value of " + length
                            + " bytes at " + offset + ": it changed after it was read");
                }
            }
        }
        ByteOrders.swap(bytes, 0, bytes.length, swapUnit);
        return bytes;
    }

    @Override
    public InputStream open() throws IOException {
        return new BulkInputStream(this);
    }

    /**
     * Maps the bytes as they stand in the file.
     *
     * @throws IOException if the file cannot be mapped
     * @throws IllegalStateException if the bytes need swapping
     */
    public MemorySegment map(Arena arena) throws IOException {
        if (swapUnit > 1) {
            throw new IllegalStateException("a big-endian value cannot be mapped: use open or toBytes");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (offset + length > channel.size()) {
                throw new EOFException("file ends at byte " + channel.size() + ", inside a value of " + length
                        + " bytes at " + offset + ": it changed after it was read");
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, offset, length, arena);
        }
    }
}
