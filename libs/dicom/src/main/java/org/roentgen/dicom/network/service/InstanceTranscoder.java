package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DataSetReader;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.Transcoder;

/** Converts an instance for a peer that does not take its own transfer syntax. */
@FunctionalInterface
public interface InstanceTranscoder {
    /**
     * Converts an instance.
     *
     * @param target UID of an uncompressed transfer syntax
     * @return the converted instance, or empty when this transcoder cannot
     */
    Optional<InstanceSource> transcode(InstanceSource source, String target) throws IOException;

    /** Converts between uncompressed encodings only: it never touches pixels. */
    static InstanceTranscoder uncompressedOnly() {
        return (source, target) -> {
            TransferSyntax from = TransferSyntax.of(source.transferSyntaxUid());
            TransferSyntax to = TransferSyntax.of(target);
            if (from.encapsulated() || to.encapsulated() || from.swapsPixels()) {
                return Optional.empty();
            }
            try (InputStream bytes = source.open()) {
                DataSet dataSet = DataSetReader.read(bytes, from, ReadOptions.LENIENT);
                return Optional.of(InstanceSource.of(dataSet, to));
            }
        };
    }

    /** Decodes compressed pixels too; stored values stay what they are. */
    static InstanceTranscoder decoding() {
        return (source, target) -> {
            TransferSyntax from = TransferSyntax.of(source.transferSyntaxUid());
            TransferSyntax to = TransferSyntax.of(target);
            try (InputStream bytes = source.open()) {
                DataSet dataSet = DataSetReader.read(bytes, from, ReadOptions.LENIENT);
                DicomFile decoded = Transcoder.transcode(DicomFile.of(dataSet, from), to);
                return Optional.of(InstanceSource.of(decoded.dataSet(), to));
            }
        };
    }
}
