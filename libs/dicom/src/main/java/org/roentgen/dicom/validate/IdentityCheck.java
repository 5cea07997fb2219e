package org.roentgen.dicom.validate;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;

/** Checks that the file meta information is complete and that its identifiers are those of the data set (PS3.10 7.1). */
final class IdentityCheck {
    private static final int[] REQUIRED = {
        Tag.FileMetaInformationGroupLength,
        Tag.FileMetaInformationVersion,
        Tag.MediaStorageSOPClassUID,
        Tag.MediaStorageSOPInstanceUID,
        Tag.TransferSyntaxUID,
        Tag.ImplementationClassUID
    };

    private IdentityCheck() {}

    static void check(DicomFile file, Findings findings) {
        DataSet dataSet = file.dataSet();
        for (int tag : REQUIRED) {
            if (!file.meta().dataSet().contains(tag)) {
                findings.error(
                        Findings.path("", tag),
                        ValidationRule.TYPE_1_MISSING,
                        Findings.name(tag) + " is absent from the file meta information");
            }
        }
        compare(file.meta().sopClassUid(), dataSet, Tag.SOPClassUID, findings);
        compare(file.meta().sopInstanceUid(), dataSet, Tag.SOPInstanceUID, findings);
    }

    private static void compare(String ofMeta, DataSet dataSet, int tag, Findings findings) {
        String ofDataSet = dataSet.string(tag, "");
        if (!ofMeta.isEmpty() && !ofDataSet.isEmpty() && !ofMeta.equals(ofDataSet)) {
            findings.error(
                    Findings.path("", tag),
                    ValidationRule.IDENTITY,
                    Findings.name(tag) + " is not the one of the file meta information");
        }
    }
}
