package org.roentgen.dicom.network.pdu;

import java.util.List;

/** A-ASSOCIATE-AC (PS3.8 section 9.3.3). The AE titles echo those of the request and carry no meaning. */
public record AssociateAccept(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContext,
        List<PresentationContextAnswer> contexts,
        UserInformation userInformation)
        implements Pdu {
    public AssociateAccept {
        contexts = List.copyOf(contexts);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_ACCEPT;
    }
}
