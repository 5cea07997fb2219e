package org.roentgen.dicom.network.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ (PS3.8 section 9.3.2).
 *
 * @param protocolVersion bit 0 stands for version 1, the only one there is
 */
public record AssociateRequest(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContext,
        List<PresentationContextProposal> contexts,
        UserInformation userInformation)
        implements Pdu {
    /** The DICOM application context name (PS3.7 A.2.1). */
    public static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    public AssociateRequest {
        contexts = List.copyOf(contexts);
    }

    @Override
    public PduType type() {
        return PduType.ASSOCIATE_REQUEST;
    }
}
