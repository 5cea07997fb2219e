package org.roentgen.dicom.network.dimse;

/** Priority (0000,0700) of a C-request (PS3.7 annex E.1). */
public enum Priority {
    MEDIUM,
    HIGH,
    LOW;

    /** The value on the wire. */
    public int code() {
        return ordinal();
    }
}
