package org.roentgen.workflow.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** Reads and validates one format. Stores the cases' objects in the de-identified zone; the rest is done by the caller. */
interface DatasetImporter {
    ImportFormat format();

    /**
     * Goes on after a problem, so that all of them are named.
     *
     * @param work an empty folder, deleted afterwards
     */
    ImportedData read(ImportRequest request, Path work) throws IOException;
}
