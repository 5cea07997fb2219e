package org.roentgen.dicom.validate;

/** What is checked. */
public enum ValidationRule {
    /** A type 1 attribute, or one of type 1C whose condition holds, is absent (PS3.5 7.4). */
    TYPE_1_MISSING,
    /** An attribute of type 1 or 1C has no value (PS3.5 7.4). */
    TYPE_1_EMPTY,
    /** A type 2 attribute, or one of type 2C whose condition holds, is absent (PS3.5 7.4). */
    TYPE_2_MISSING,
    /** The value representation is not that of the dictionary (PS3.6). */
    VALUE_REPRESENTATION,
    /** The number of values is not that of the dictionary (PS3.6). */
    VALUE_MULTIPLICITY,
    /** A value breaks a rule of its value representation (PS3.5 6.2). */
    VALUE,
    /** A value is none of the enumerated ones (PS3.3). */
    ENUMERATED_VALUE,
    /** Attributes of the image pixel module contradict each other (PS3.3 C.7.6.3). */
    PIXEL_DESCRIPTION,
    /** The length of the pixel data is not what its description says (PS3.5 8). */
    PIXEL_DATA_LENGTH,
    /** Functional groups and frames do not fit (PS3.3 C.7.6.16). */
    FUNCTIONAL_GROUPS,
    /** A content item of a structured report lacks something (PS3.3 C.17.3). */
    CONTENT_ITEM,
    /** Identifiers contradict each other (PS3.10 7.1, PS3.3 C.12.1). */
    IDENTITY,
    /** A private element without its creator (PS3.5 7.8.1). */
    PRIVATE_CREATOR,
    /** The SOP class has no table here: only values are checked. */
    UNKNOWN_SOP_CLASS
}
