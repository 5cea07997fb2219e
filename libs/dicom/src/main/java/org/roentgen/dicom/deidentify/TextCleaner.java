package org.roentgen.dicom.deidentify;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * Takes the patient's own identifiers, as the header names them, and everything of the form of a date, a telephone number or
 * a long number out of free text. Text that names people by title is not cleaned but refused.
 */
final class TextCleaner {
    private static final int[] NAMES = {
        Tag.PatientName,
        Tag.OtherPatientNames,
        Tag.PatientBirthName,
        Tag.PatientMotherBirthName,
        Tag.ReferringPhysicianName,
        Tag.PerformingPhysicianName,
        Tag.OperatorsName,
        Tag.NameOfPhysiciansReadingStudy,
        Tag.RequestingPhysician,
        Tag.InstitutionName
    };
    private static final int[] IDENTIFIERS = {
        Tag.PatientID,
        Tag.OtherPatientIDs,
        Tag.AccessionNumber,
        Tag.StudyID,
        Tag.AdmissionID,
        Tag.PatientTelephoneNumbers,
        Tag.PatientBirthDate,
        Tag.InstitutionName,
        Tag.StationName
    };
    private static final Pattern DATE_OR_NUMBER =
            Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\+?\\d[\\d ()/-]{6,}\\d|\\d{6,}|\\S+@\\S+");
    private static final Pattern TITLE = Pattern.compile(
            "(?i)\\b(mr|mrs|ms|miss|dr|prof|herr|frau|mme|sra|sr|dob|born|phone|tel|mrn|patient|name)\\b[.:]?");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s^=,.'-]+");
    private static final int SHORTEST_PART = 2;

    private final DataSet dataSet;
    private @Nullable Set<String> identifiers;

    TextCleaner(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    private Set<String> identifiers() {
        Set<String> known = identifiers;
        if (known == null) {
            known = collect(dataSet);
            identifiers = known;
        }
        return known;
    }

    private static Set<String> collect(DataSet dataSet) {
        Set<String> identifiers = new LinkedHashSet<>();
        for (int tag : IDENTIFIERS) {
            dataSet.strings(tag).forEach(value -> add(identifiers, value));
        }
        for (int tag : NAMES) {
            for (String name : dataSet.strings(tag)) {
                for (String part : SEPARATORS.split(name)) {
                    add(identifiers, part);
                }
            }
        }
        return identifiers;
    }

    private static void add(Set<String> identifiers, String value) {
        if (value.length() >= SHORTEST_PART) {
            identifiers.add(value.toLowerCase(Locale.ROOT));
        }
    }

    /** The text without identifiers; empty where it may name a person in a way that is not known. */
    Optional<String> clean(String text) {
        if (TITLE.matcher(text).find()) {
            return Optional.empty();
        }
        String cleaned = text;
        for (String identifier : identifiers()) {
            String boundary = Character.isLetterOrDigit(identifier.codePointAt(0)) && identifier.charAt(0) < 0x250
                    ? "(?<![\\p{L}\\d])" + Pattern.quote(identifier) + "(?![\\p{L}\\d])"
                    : Pattern.quote(identifier);
            cleaned = Pattern.compile(boundary, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(cleaned)
                    .replaceAll("");
        }
        return Optional.of(DATE_OR_NUMBER
                .matcher(cleaned)
                .replaceAll("")
                .replaceAll(" {2,}", " ")
                .strip());
    }
}
