package org.roentgen.dicom.json;

import java.io.IOException;

/** Fetches values that a DICOM JSON text refers to by BulkDataURI. */
@FunctionalInterface
public interface BulkDataSource {
    /** Refuses every reference. */
    BulkDataSource NONE = uri -> {
        throw new IOException("a value stands under a BulkDataURI, but no source of bulk data is given");
    };

    /** The bytes under a URI. */
    byte[] fetch(String uri) throws IOException;
}
