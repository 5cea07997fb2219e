package org.roentgen.dicom.network.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DataSetWriter;
import org.roentgen.dicom.FileMeta;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;

/** A received data set as the content of a DICOM file (PS3.10 section 7): preamble, prefix, meta, and the bytes as they came. */
public final class PartTenStream {
    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};

    private PartTenStream() {}

    /** The file content as one stream; nothing of the data set is held. */
    public static InputStream of(StoreRequest request, InputStream dataSet) {
        return new SequenceInputStream(new ByteArrayInputStream(header(request)), dataSet);
    }

    /** What stands in front of the data set. The calling AE title is noted as source (0002,0016). */
    public static byte[] header(StoreRequest request) {
        TransferSyntax syntax = TransferSyntax.of(request.transferSyntaxUid());
        DataSet meta = FileMeta.of(request.sopClassUid(), request.sopInstanceUid(), syntax).dataSet().toBuilder()
                .put(Tag.SourceApplicationEntityTitle, request.callingAeTitle())
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(new byte[PREAMBLE]);
        bytes.writeBytes(PREFIX);
        try {
            DataSetWriter.write(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
