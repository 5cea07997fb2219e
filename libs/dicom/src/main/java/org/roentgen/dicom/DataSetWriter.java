package org.roentgen.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes data sets without file meta information, in any transfer syntax. Group lengths that are present are computed. */
public final class DataSetWriter {
    private DataSetWriter() {}

    /**
     * Writes a data set and flushes.
     *
     * @throws IllegalStateException if text does not fit the Specific Character Set that the data set names
     */
    public static void write(DataSet dataSet, TransferSyntax syntax, OutputStream out) throws IOException {
        DataSet complete = CharacterSetNeed.complete(dataSet);
        if (!syntax.deflated()) {
            write(complete, Encoding.of(syntax), out);
            return;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        CountingOutputStream counter = new CountingOutputStream(out);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(counter, deflater, 16 << 10);
            write(complete, Encoding.EXPLICIT_LITTLE, deflated);
            deflated.finish();
        } finally {
            deflater.end();
        }
        if ((counter.count() & 1) != 0) {
            out.write(0);
        }
        out.flush();
    }

    private static void write(DataSet dataSet, Encoding encoding, OutputStream out) throws IOException {
        ElementOutput output = new ElementOutput(out);
        new ElementWriter(output).writeDataSet(dataSet, encoding, dataSet.characterSets());
        output.flush();
    }
}
