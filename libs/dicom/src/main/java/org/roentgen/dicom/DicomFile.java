package org.roentgen.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A DICOM file (PS3.10).
 *
 * @param meta the file meta information
 * @param dataSet the data set; long values of a file on disk stay there until asked for
 * @param repairs what the reader tolerated or repaired
 */
public record DicomFile(FileMeta meta, DataSet dataSet, List<Repair> repairs) {
    public DicomFile {
        repairs = List.copyOf(repairs);
    }

    /** A file to write. */
    public DicomFile(FileMeta meta, DataSet dataSet) {
        this(meta, dataSet, List.of());
    }

    /** Makes a file of a data set, its meta information derived. */
    public static DicomFile of(DataSet dataSet, TransferSyntax syntax) {
        return new DicomFile(FileMeta.of(dataSet, syntax), dataSet);
    }

    /** Reads a file strictly: see {@link ReadOptions#STRICT}. */
    public static DicomFile read(Path path) throws IOException {
        return read(path, ReadOptions.STRICT);
    }

    /**
     * Reads a file.
     *
     * @throws MalformedDicomException if the file breaks a rule that may not be repaired
     */
    public static DicomFile read(Path path, ReadOptions options) throws IOException {
        ReadBudget budget = new ReadBudget(options);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            FileInput in = new FileInput(channel, path, budget, options.bulkThreshold());
            return new FileParser(in, budget, options)
                    .parse(() -> new Bulk(path, in.offset(), in.size() - in.offset(), 1).open());
        }
    }

    /**
     * Reads a stream to its end; all values come into memory.
     *
     * @throws MalformedDicomException if the content breaks a rule that may not be repaired
     */
    public static DicomFile read(InputStream stream, ReadOptions options) throws IOException {
        ReadBudget budget = new ReadBudget(options);
        StreamInput in = new StreamInput(stream, budget, ByteInput.UNKNOWN_SIZE, Long.MAX_VALUE);
        return new FileParser(in, budget, options).parse(() -> in.rest());
    }

    /** True where the input ended inside an element and a lenient read kept what was there. */
    public boolean isTruncated() {
        return repairs.stream().anyMatch(repair -> repair.rule() == Rule.TRUNCATED);
    }

    /** Writes to a file beside the target, which takes its name when it is complete. */
    public void write(Path path) throws IOException {
        Path part = path.resolveSibling(
                ".roentgen-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part");
        boolean complete = false;
        try {
            try (OutputStream out = new FileOutput(part)) {
                write(out);
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Writes preamble, meta information and data set, in the transfer syntax that the meta information names. */
    public void write(OutputStream out) throws IOException {
        OutputStream buffered = out instanceof FileOutput ? out : new BufferedOutputStream(out, 64 << 10);
        byte[] preamble = meta.preamble().toBytes();
        buffered.write(preamble.length == 128 ? preamble : new byte[128]);
        buffered.write(FileParser.PREFIX);
        DataSetWriter.write(metaToWrite(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, buffered);
        DataSetWriter.write(dataSet, meta.transferSyntax(), buffered);
        buffered.flush();
    }

    private DataSet metaToWrite() {
        return meta.dataSet().contains(Tag.TransferSyntaxUID)
                ? meta.dataSet()
                : FileMeta.of(dataSet, meta.transferSyntax()).dataSet();
    }
}
