package org.roentgen.api.dicomweb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.store.search.ArchivedInstance;

/** An instance whose file was found, to be read while the answer is written. */
record ArchivedFile(ArchivedInstance instance, Path file) {
    ArchivedFile(ArchiveReader archive, ArchivedInstance instance) {
        this(instance, find(archive, instance));
    }

    DicomFile read() throws IOException {
        return DicomFile.read(file, ReadOptions.LENIENT);
    }

    /** Where the instance is to be had. */
    String url() {
        return "/dicom-web/studies/" + instance.studyInstanceUid() + "/series/" + instance.seriesInstanceUid()
                + "/instances/" + instance.sopInstanceUid();
    }

    private static Path find(ArchiveReader archive, ArchivedInstance instance) {
        try {
            return archive.file(instance);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
