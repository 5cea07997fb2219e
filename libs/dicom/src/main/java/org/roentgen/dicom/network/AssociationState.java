package org.roentgen.dicom.network;

/** States of an association after its establishment, named after those of PS3.8 table 9-4. */
public enum AssociationState {
    /** Sta6: data transfer. */
    ESTABLISHED,
    /** Sta7: this side asked for release and waits for the answer. */
    RELEASE_REQUESTED,
    /** Sta9 and Sta11: both sides asked; this one was the requestor, has answered, and waits. */
    RELEASE_COLLISION_REQUESTOR,
    /** Sta10: both sides asked; this one was the acceptor, waits for the answer, then answers. */
    RELEASE_COLLISION_ACCEPTOR,
    /** Sta13: everything is said; waits for the peer to close the connection. */
    AWAITING_CLOSE,
    /** Sta1: the connection is closed. */
    CLOSED;

    /** Whether no more PDU is read. */
    public boolean isTerminal() {
        return this == AWAITING_CLOSE || this == CLOSED;
    }
}
