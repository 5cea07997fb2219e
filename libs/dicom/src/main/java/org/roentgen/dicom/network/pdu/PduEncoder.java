package org.roentgen.dicom.network.pdu;

/** Encodes the PDUs that control an association (PS3.8 section 9.3). */
public final class PduEncoder {
    private static final int TITLE_LENGTH = 16;

    private PduEncoder() {}

    /** The whole PDU with its header. */
    public static byte[] encode(Pdu pdu) {
        return switch (pdu) {
            case AssociateRequest request -> encode(request);
            case AssociateAccept accept -> encode(accept);
            case AssociateReject reject ->
                control(
                        PduType.ASSOCIATE_REJECT,
                        reject.result().code(),
                        reject.reason().source(),
                        reject.reason().code());
            case ReleaseRequest _ -> control(PduType.RELEASE_REQUEST, 0, 0, 0);
            case ReleaseResponse _ -> control(PduType.RELEASE_RESPONSE, 0, 0, 0);
            case Abort abort ->
                control(PduType.ABORT, 0, abort.source().code(), abort.reason().code());
        };
    }

    private static byte[] control(PduType type, int second, int third, int fourth) {
        return new PduBuffer().u8(0).u8(second).u8(third).u8(fourth).toPdu(type);
    }

    private static byte[] encode(AssociateRequest request) {
        PduBuffer buffer = new PduBuffer();
        titles(buffer, request.protocolVersion(), request.calledAeTitle(), request.callingAeTitle());
        buffer.item(ItemType.APPLICATION_CONTEXT, request.applicationContext());
        for (PresentationContextProposal proposal : request.contexts()) {
            PduBuffer content = new PduBuffer().u8(proposal.id()).zeros(3);
            content.item(ItemType.ABSTRACT_SYNTAX, proposal.abstractSyntax());
            proposal.transferSyntaxes().forEach(syntax -> content.item(ItemType.TRANSFER_SYNTAX, syntax));
            buffer.item(ItemType.PRESENTATION_CONTEXT_PROPOSAL, content);
        }
        UserInformationCodec.encode(buffer, request.userInformation());
        return buffer.toPdu(PduType.ASSOCIATE_REQUEST);
    }

    private static byte[] encode(AssociateAccept accept) {
        PduBuffer buffer = new PduBuffer();
        titles(buffer, accept.protocolVersion(), accept.calledAeTitle(), accept.callingAeTitle());
        buffer.item(ItemType.APPLICATION_CONTEXT, accept.applicationContext());
        for (PresentationContextAnswer answer : accept.contexts()) {
            PduBuffer content = new PduBuffer()
                    .u8(answer.id())
                    .u8(0)
                    .u8(answer.result().code())
                    .u8(0)
                    .item(ItemType.TRANSFER_SYNTAX, answer.transferSyntax());
            buffer.item(ItemType.PRESENTATION_CONTEXT_ANSWER, content);
        }
        UserInformationCodec.encode(buffer, accept.userInformation());
        return buffer.toPdu(PduType.ASSOCIATE_ACCEPT);
    }

    private static void titles(PduBuffer buffer, int version, String called, String calling) {
        buffer.u16(version)
                .u16(0)
                .padded(called, TITLE_LENGTH)
                .padded(calling, TITLE_LENGTH)
                .zeros(32);
    }
}
