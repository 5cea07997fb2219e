package org.roentgen.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads data sets that stand without file meta information, such as those of network messages. */
public final class DataSetReader {
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
        Inflater inflater = new Inflater(true);
        try (InputStream stream = new InflaterInputStream(deflated, inflater, 16 << 10)) {
            StreamInput in = new StreamInput(
                    stream, budget, ByteInput.UNKNOWN_SIZE, options.limits().inflatedSize());
            return new DataSetParser(in, budget).readRoot(Encoding.EXPLICIT_LITTLE, options.stopBefore());
        } finally {
            inflater.end();
        }
    }

    /** The items of a sequence that was read as bytes of VR UN. */
    static List<DataSet> readItems(Bytes bytes, CharacterSets characterSets) throws IOException {
        ReadBudget budget = new ReadBudget(ReadOptions.STRICT);
        return new DataSetParser(new MemoryInput(bytes, budget), budget).readItems(characterSets);
    }
}
