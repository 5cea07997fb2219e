package org.roentgen.dicom.network.service;

import java.net.InetSocketAddress;
import org.roentgen.dicom.network.AcceptedContext;

/**
 * What is known about an instance before its data set is read.
 *
 * @param context SOP class and transfer syntax of the data set as negotiated
 * @param sopClassUid Affected SOP Class UID (0000,0002)
 * @param sopInstanceUid Affected SOP Instance UID (0000,1000), checked to be a well-formed UID
 */
public record StoreRequest(
        AcceptedContext context,
        String sopClassUid,
        String sopInstanceUid,
        String callingAeTitle,
        String calledAeTitle,
        InetSocketAddress remoteAddress) {
    /** UID of the transfer syntax of the data set. */
    public String transferSyntaxUid() {
        return context.transferSyntax();
    }
}
