package org.roentgen.dicom.network.service;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** An instance by its class and UID. */
public record SopReference(String sopClassUid, String sopInstanceUid) {
    static SopReference of(DataSet item) {
        return new SopReference(
                item.string(Tag.ReferencedSOPClassUID, ""), item.string(Tag.ReferencedSOPInstanceUID, ""));
    }

    DataSet.Builder toItem() {
        return DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, sopClassUid)
                .put(Tag.ReferencedSOPInstanceUID, sopInstanceUid);
    }
}
