package org.roentgen.dicom.network.pdu;

import org.roentgen.dicom.FileMeta;

/**
 * Implementation Class UID and version name (PS3.7 D.3.3.2).
 *
 * @param versionName at most 16 characters; empty when the peer sent none
 */
public record Implementation(String classUid, String versionName) {
    /** This toolkit. */
    public static final Implementation ROENTGEN =
            new Implementation(FileMeta.IMPLEMENTATION_CLASS_UID, FileMeta.IMPLEMENTATION_VERSION_NAME);
}
