package org.roentgen.dicom.json;

import java.util.Optional;

/** Decides which binary values go by reference. */
@FunctionalInterface
public interface BulkDataUris {
    /** Everything inline. */
    BulkDataUris NONE = (path, length) -> Optional.empty();

    /**
     * The URI under which a value can be fetched; empty writes it inline in Base64.
     *
     * @param path tags and item numbers from 0, such as {@code 00400555/0/7FE00010}
     * @param length bytes of the value
     */
    Optional<String> uri(String path, long length);
}
