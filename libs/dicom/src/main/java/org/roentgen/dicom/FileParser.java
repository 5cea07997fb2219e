package org.roentgen.dicom;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads preamble and meta information, then the data set; finds out what it has before it where they are missing. */
final class FileParser {
    static final byte[] PREFIX = {'D', 'I', 'C', 'M'};

    private final ByteInput in;
    private final ReadBudget budget;
    private final ReadOptions options;

    FileParser(ByteInput in, ReadBudget budget, ReadOptions options) {
        this.in = in;
        this.budget = budget;
        this.options = options;
    }

    /** Opens what follows the meta information. */
    @FunctionalInterface
    interface Rest {
        InputStream open() throws IOException;
    }

    DicomFile parse(Rest rest) throws IOException {
        Bytes preamble = readPreamble();
        boolean hasMeta = in.require(8) && Tags.group(in.tag(false)) == 2;
        DataSet meta = hasMeta ? readMeta() : DataSet.EMPTY;
        String uid = meta.string(Tag.TransferSyntaxUID, "");
        TransferSyntax syntax = uid.isEmpty() ? guess(preamble.size > 0 || hasMeta) : TransferSyntax.of(uid);
        DataSet dataSet;
        if (syntax.deflated()) {
            try (InputStream deflated = rest.open()) {
                dataSet = DataSetReader.inflate(deflated, budget, options);
            }
        } else {
            dataSet = new DataSetParser(in, budget).readRoot(Encoding.of(syntax), options.stopBefore());
        }
        return new DicomFile(new FileMeta(preamble, meta, syntax), dataSet, budget.repairs());
    }

    private Bytes readPreamble() throws IOException {
        if (in.require(132) && hasPrefix(128)) {
            Bytes preamble = Bytes.copyOf(in.slice(128).toBytes());
            in.position += PREFIX.length;
            return preamble;
        }
        budget.breach(Rule.MISSING_PREAMBLE, 0, "no DICM prefix at byte 128");
        if (in.require(4) && hasPrefix(0)) {
            in.position += PREFIX.length;
        }
        return Bytes.EMPTY;
    }

    private boolean hasPrefix(int at) {
        for (int i = 0; i < PREFIX.length; i++) {
            if (in.window[in.position + at + i] != PREFIX[i]) {
                return false;
            }
        }
        return true;
    }

    private DataSet readMeta() throws IOException {
        long start = in.offset();
        DataSet meta = new DataSetParser(in, budget).readMeta();
        int stated = meta.integer(Tag.FileMetaInformationGroupLength, -1);
        long actual = in.offset() - start - 12;
        if (stated != actual) {
            budget.breach(Rule.META_LENGTH, start, "a group length of " + stated + " where the group has " + actual);
        }
        return meta;
    }

    private TransferSyntax guess(boolean isDicom) throws IOException {
        @Nullable Encoding guess = Encoding.guess(in);
        if (guess == null && !isDicom) {
            throw budget.fail(Rule.NOT_DICOM, in.offset(), "neither a preamble nor a data element at the beginning");
        }
        budget.breach(Rule.MISSING_META, in.offset(), "no transfer syntax is stated");
        if (guess == null) {
            return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        }
        return switch (guess) {
            case IMPLICIT_LITTLE -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_LITTLE -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_BIG -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
        };
    }
}
