package org.roentgen.api.dicomweb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;

/** An instance whose file was found, to be read while the answer is written. */
record ArchivedFile(StoredInstance instance, Path file) {
    ArchivedFile(ArchiveReader archive, StoredInstance instance) {
        this(instance, find(archive, instance));
    }

    DataSet dataSet() throws IOException {
        return DicomFile.read(file, ReadOptions.LENIENT).dataSet();
    }

    private static Path find(ArchiveReader archive, StoredInstance instance) {
        try {
            return archive.file(instance);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
