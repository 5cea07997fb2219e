package org.roentgen.domain.dataset;

/** What may be known of a case's patient and device, to look for groups that a model serves worse. None of it names anyone. */
public enum CaseAttribute {
    /** F, M or O (PS3.3 C.7.1.1, Patient's Sex). */
    SEX,
    /** An {@link AgeBand}. */
    AGE_BAND,
    /** Manufacturer and model name of the equipment. */
    DEVICE,
    /** Pseudonym of the institution. */
    SITE
}
