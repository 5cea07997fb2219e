package org.roentgen.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads data sets that stand without file meta information, such as those of network messages. */
public final class DataSetReader {
    private static final int ZLIB_HEADER = 2;

    private DataSetReader() {}

    /**
     * Reads to the end of a stream; all values come into memory.
     *
     * @throws MalformedDicomException if the data set breaks a rule that may not be repaired
     */
    public static DataSet read(InputStream stream, TransferSyntax syntax, ReadOptions options) throws IOException {
        ReadBudget budget = new ReadBudget(options);
        if (syntax.deflated()) {
            return inflate(stream, budget, options);
        }
        StreamInput in = new StreamInput(stream, budget, ByteInput.UNKNOWN_SIZE, Long.MAX_VALUE);
        return new DataSetParser(in, budget).readRoot(Encoding.of(syntax), options.stopBefore());
    }

    /**
     * Reads a data set in memory. The array must not be written to afterwards: values are slices of it.
     *
     * @throws MalformedDicomException if the data set breaks a rule that may not be repaired
     */
    public static DataSet read(byte[] bytes, TransferSyntax syntax, ReadOptions options) throws IOException {
        Bytes value = Bytes.wrap(bytes);
        ReadBudget budget = new ReadBudget(options);
        if (syntax.deflated()) {
            return inflate(value.open(), budget, options);
        }
        return new DataSetParser(new MemoryInput(value, budget), budget)
                .readRoot(Encoding.of(syntax), options.stopBefore());
    }

    static DataSet inflate(InputStream deflated, ReadBudget budget, ReadOptions options) throws IOException {
        PushbackInputStream start = new PushbackInputStream(deflated, ZLIB_HEADER);
        byte[] header = start.readNBytes(ZLIB_HEADER);
        start.unread(header);
        boolean wrapped = isZlibHeader(header);
        if (wrapped) {
            budget.breach(Rule.ENCODING_MISMATCH, 0, "the deflated data set is in a zlib wrapper");
        }
        Inflater inflater = new Inflater(!wrapped);
        try (InputStream stream = new InflaterInputStream(start, inflater, 16 << 10)) {
            StreamInput in = new StreamInput(
                    stream, budget, ByteInput.UNKNOWN_SIZE, options.limits().inflatedSize());
            return new DataSetParser(in, budget).readRoot(Encoding.EXPLICIT_LITTLE, options.stopBefore());
        } finally {
            inflater.end();
        }
    }

    /** RFC 1950 2.2; deflated data begins with other bytes, for no encoder fills the unused bits of a stored block with ones. */
    private static boolean isZlibHeader(byte[] bytes) {
        return bytes.length == ZLIB_HEADER
                && (bytes[0] & 0x8f) == Deflater.DEFLATED
                && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
    }

    /** The items of a sequence that was read as bytes of VR UN. */
    static List<DataSet> readItems(Bytes bytes, CharacterSets characterSets) throws IOException {
        ReadBudget budget = new ReadBudget(ReadOptions.STRICT);
        return new DataSetParser(new MemoryInput(bytes, budget), budget).readItems(characterSets);
    }
}
