package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.dimse.CommandElement;

/**
 * A query or retrieve request of a peer.
 *
 * @param sopClassUid the information model and operation
 * @param identifier its keys
 * @param moveDestination AE title that a C-MOVE sends to; empty text for other operations
 */
public record PeerRequest(
        String sopClassUid,
        DataSet identifier,
        String callingAeTitle,
        String calledAeTitle,
        String moveDestination,
        InetSocketAddress remoteAddress) {
    static PeerRequest of(IncomingRequest request) throws IOException {
        return new PeerRequest(
                request.context().abstractSyntax(),
                Identifiers.decode(request),
                request.association().negotiated().callingAeTitle(),
                request.association().negotiated().calledAeTitle(),
                request.command().text(CommandElement.MOVE_DESTINATION).orElse(""),
                request.association().remoteAddress());
    }

    /** Query/Retrieve Level (0008,0052): PATIENT, STUDY, SERIES, IMAGE, or empty text. */
    public String level() {
        return identifier.string(Tag.QueryRetrieveLevel, "");
    }
}
