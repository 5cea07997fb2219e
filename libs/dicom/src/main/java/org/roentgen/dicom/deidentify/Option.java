package org.roentgen.dicom.deidentify;

/** The options of the Basic Application Level Confidentiality Profile (PS3.15 section E.3), with their code in PS3.16. */
public enum Option {
    RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option", 0),
    RETAIN_UIDS("113110", "Retain UIDs Option", 1),
    RETAIN_DEVICE_IDENTITY("113109", "Retain Device Identity Option", 2),
    RETAIN_INSTITUTION_IDENTITY("113112", "Retain Institution Identity Option", 3),
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option", 4),
    RETAIN_LONGITUDINAL_FULL_DATES("113106", "Retain Longitudinal Temporal Information Full Dates Option", 5),
    RETAIN_LONGITUDINAL_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option", 6),
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option", 7),
    CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option", 8),
    CLEAN_GRAPHICS("113103", "Clean Graphics Option", 9),
    CLEAN_PIXEL_DATA("113101", "Clean Pixel Data Option", -1),
    CLEAN_RECOGNIZABLE_VISUAL_FEATURES("113102", "Clean Recognizable Visual Features Option", -1);

    private final String code;
    private final String meaning;
    private final int column;

    Option(String code, String meaning, int column) {
        this.code = code;
        this.meaning = meaning;
        this.column = column;
    }

    /** Code value in the coding scheme DCM. */
    String code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /** The column of the table, or -1 where the option concerns no attribute of it. */
    int column() {
        return column;
    }
}
