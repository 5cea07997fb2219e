package org.roentgen.dicom.deidentify;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * What holds for a whole instance.
 *
 * @param family the IODs that it belongs to
 * @param patientPseudonym what replaces Patient ID and name
 * @param dayOffset days by which dates move
 * @param cleaner knows the identifiers of the patient
 */
record InstanceContext(IodFamily family, String patientPseudonym, int dayOffset, TextCleaner cleaner) {
    static InstanceContext of(DataSet dataSet, Pseudonyms pseudonyms, TextCleaner cleaner) {
        String patientId = dataSet.string(Tag.PatientID, "");
        // Without a Patient ID the study is the widest circle in which dates are known to belong together.
        String circle = patientId.isEmpty() ? dataSet.string(Tag.StudyInstanceUID, "") : patientId;
        String pseudonym = pseudonyms.patientId(circle, dataSet.string(Tag.IssuerOfPatientID, ""));
        return new InstanceContext(
                IodFamily.of(dataSet.string(Tag.SOPClassUID, "")), pseudonym, pseudonyms.dayOffset(circle), cleaner);
    }
}
