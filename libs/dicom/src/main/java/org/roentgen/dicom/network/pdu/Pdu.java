package org.roentgen.dicom.network.pdu;

/**
 * A PDU that controls an association. P-DATA-TF is not among them: its content is streamed, never held as one object.
 */
public sealed interface Pdu
        permits AssociateRequest, AssociateAccept, AssociateReject, ReleaseRequest, ReleaseResponse, Abort {
    /** The kind of this PDU. */
    PduType type();
}
