package org.roentgen.dicom.network;

import java.io.IOException;

/** Performs one kind of request on behalf of a {@link DicomService}. */
public interface RequestHandler {
    /**
     * Performs a request and responds to it, finally with a status other than pending.
     *
     * @throws IOException when the association is broken
     */
    void handle(IncomingRequest request) throws IOException;

    /**
     * Whether the data set is taken from the wire while it arrives. The association reads nothing else meanwhile, so this
     * is for requests that are neither cancelled nor need operations of their own on the same association.
     */
    default boolean streams() {
        return false;
    }
}
