package org.roentgen.dicom.validate;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;

/** Checks that the identifiers of a file agree (PS3.10 7.1). */
final class IdentityCheck {
    private IdentityCheck() {}

    static void check(DicomFile file, Findings findings) {
        DataSet dataSet = file.dataSet();
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
