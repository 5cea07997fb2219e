package org.roentgen.dicom.deidentify;

/** What happens to an attribute (PS3.15 table E.1-1a), dates and the keyed replacements told apart. */
public enum Action {
    /** K: stays; the items of a sequence are treated one by one. */
    KEEP,
    /** X: is removed. */
    REMOVE,
    /** Z: becomes empty. */
    EMPTY,
    /** D: gets a value that says nothing; the items of a sequence are treated one by one. */
    DUMMY,
    /** U: gets a UID that depends on the original and the key; so do the UIDs in the items of a sequence. */
    REPLACE_UID,
    /** C: free text without the identifiers of the patient that the header names, or removed. */
    CLEAN_TEXT,
    /** C of dates: is shifted by the offset of the patient. */
    SHIFT_DATE,
    /** Only the year stays. */
    YEAR_ONLY,
    /** Gets a pseudonym that depends on the original and the key. */
    PSEUDONYM,
    /** Pixels that show text are blanked. */
    CLEAN_PIXELS,
    /** Is added, since the standard wants it in de-identified instances. */
    ADD
}
