package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes received instances to DICOM files. A file has its name only when it is complete. */
public final class InstanceFiles {
    private static final int CHUNK = 128 * 1024;

    private InstanceFiles() {}

    /** What {@link #write} promises when it returns. */
    public enum Durability {
        /** File and directory entry are on the disk: they outlive a power failure. */
        SYNCHRONISED,
        /** The operating system has them: they outlive this process only. */
        BUFFERED
    }

    /**
     * Streams an instance to a file.
     *
     * @param target replaced if it exists
     * @throws IOException when the disk fails or the peer breaks off; no file is left then
     */
    public static ReceivedInstance write(Path target, StoreRequest request, InputStream dataSet, Durability durability)
            throws IOException {
        ReceivedInstance received = writePart(target, request, dataSet, durability);
        try {
            return received.moveTo(target, durability);
        } catch (IOException failure) {
            Files.deleteIfExists(received.path());
            throw failure;
        }
    }

    /** The same into a file beside the target, for a look at its header before {@link ReceivedInstance#moveTo}. */
    public static ReceivedInstance writePart(
            Path target, StoreRequest request, InputStream dataSet, Durability durability) throws IOException {
        Path part = Files.createTempFile(directoryOf(target), ".receive-", ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            writeFully(channel, ByteBuffer.wrap(PartTenStream.header(request)));
            byte[] chunk = new byte[CHUNK];
            int filled = dataSet.readNBytes(chunk, 0, CHUNK);
            while (filled > 0) {
                writeFully(channel, ByteBuffer.wrap(chunk, 0, filled));
                filled = dataSet.readNBytes(chunk, 0, CHUNK);
            }
            if (durability == Durability.SYNCHRONISED) {
                channel.force(false);
            }
            return new ReceivedInstance(part, request, channel.size());
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(part);
            throw failure;
        }
    }

    static void move(Path part, Path target, Durability durability) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durability == Durability.SYNCHRONISED) {
            try (FileChannel directory = FileChannel.open(directoryOf(target), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static Path directoryOf(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("%s names no file".formatted(target));
        }
        return parent;
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
