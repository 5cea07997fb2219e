package org.roentgen.dicom.deidentify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;

/**
 * What the header knows of the people of an instance, as it stands there.
 *
 * @param ownNames names of the patient
 * @param ownNumbers identifiers, telephone numbers and addresses of the patient
 * @param otherNames names of physicians, operators, relatives and whoever else has an attribute of VR PN
 * @param places institutions, departments, locations
 */
record PatientIdentifiers(Set<String> ownNames, Set<String> ownNumbers, Set<String> otherNames, Set<String> places) {
    private static final int[] OWN_NAMES = {Tag.PatientName, Tag.OtherPatientNames, Tag.PatientBirthName};
    private static final int[] OWN_NUMBERS = {
        Tag.PatientID,
        Tag.OtherPatientIDs,
        Tag.AccessionNumber,
        Tag.StudyID,
        Tag.AdmissionID,
        Tag.PatientTelephoneNumbers,
        Tag.PatientBirthDate,
        Tag.StudyDate,
        Tag.SeriesDate,
        Tag.AcquisitionDate,
        Tag.ContentDate,
        Tag.PatientAddress,
        Tag.MilitaryRank,
        Tag.MedicalRecordLocator,
        Tag.IssuerOfPatientID
    };
    private static final int[] PLACES = {
        Tag.InstitutionName,
        Tag.InstitutionAddress,
        Tag.InstitutionalDepartmentName,
        Tag.CurrentPatientLocation,
        Tag.PatientInstitutionResidence,
        Tag.ClinicalTrialSiteName,
        Tag.RegionOfResidence
    };

    static PatientIdentifiers of(DataSet dataSet) {
        Set<String> ownNames = values(dataSet, OWN_NAMES);
        Set<String> ownNumbers = values(dataSet, OWN_NUMBERS);
        for (DataSet other : dataSet.items(Tag.OtherPatientIDsSequence)) {
            ownNumbers.addAll(other.strings(Tag.PatientID));
        }
        Set<String> otherNames = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        addNested(dataSet, otherNames, places);
        otherNames.removeAll(ownNames);
        return new PatientIdentifiers(ownNames, ownNumbers, otherNames, places);
    }

    private static Set<String> values(DataSet dataSet, int[] tags) {
        Set<String> values = new LinkedHashSet<>();
        for (int tag : tags) {
            values.addAll(dataSet.strings(tag));
        }
        values.remove("");
        return values;
    }

    private static void addNested(DataSet dataSet, Set<String> names, Set<String> places) {
        places.addAll(values(dataSet, PLACES));
        for (Element element : dataSet) {
            if (element.vr() == VR.PN) {
                names.addAll(dataSet.strings(element));
            } else if (element.vr() == VR.SQ) {
                dataSet.items(element.tag()).forEach(item -> addNested(item, names, places));
            }
        }
        names.remove("");
    }

    /** The names of all people. */
    List<String> allNames() {
        List<String> names = new ArrayList<>(ownNames);
        names.addAll(otherNames);
        return names;
    }

    /** Nothing: identifiers do not belong into logs. */
    @Override
    public String toString() {
        return "PatientIdentifiers";
    }
}
