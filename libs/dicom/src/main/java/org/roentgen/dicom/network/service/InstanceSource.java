package org.roentgen.dicom.network.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DataSetWriter;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;

/** An instance to send. */
public interface InstanceSource {
    String sopClassUid();

    String sopInstanceUid();

    /** UID of the transfer syntax of what {@link #open} gives. */
    String transferSyntaxUid();

    /** The data set's bytes, without preamble and file meta information; the caller closes the stream. */
    InputStream open() throws IOException;

    /**
     * An instance in a file, streamed from there.
     *
     * @throws IOException when it is no DICOM file
     */
    static InstanceSource of(Path file) throws IOException {
        return InstanceFile.open(file);
    }

    /** An instance in memory, encoded when it is opened. */
    static InstanceSource of(DataSet dataSet, TransferSyntax syntax) {
        return new InMemory(dataSet, syntax);
    }

    /** See {@link #of(DataSet, TransferSyntax)}. */
    record InMemory(DataSet dataSet, TransferSyntax syntax) implements InstanceSource {
        @Override
        public String sopClassUid() {
            return dataSet.string(Tag.SOPClassUID, "");
        }

        @Override
        public String sopInstanceUid() {
            return dataSet.string(Tag.SOPInstanceUID, "");
        }

        @Override
        public String transferSyntaxUid() {
            return syntax.uid();
        }

        @Override
        public InputStream open() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataSetWriter.write(dataSet, syntax, bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
