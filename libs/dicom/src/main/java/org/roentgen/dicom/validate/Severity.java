package org.roentgen.dicom.validate;

/** How much a finding matters. */
public enum Severity {
    /** The standard forbids it. */
    ERROR,
    /** The standard advises against it, or the check does not cover the object. */
    WARNING
}
