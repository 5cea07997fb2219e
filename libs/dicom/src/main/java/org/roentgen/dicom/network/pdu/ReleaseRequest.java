package org.roentgen.dicom.network.pdu;

/** A-RELEASE-RQ (PS3.8 section 9.3.6). */
public record ReleaseRequest() implements Pdu {
    @Override
    public PduType type() {
        return PduType.RELEASE_REQUEST;
    }
}
