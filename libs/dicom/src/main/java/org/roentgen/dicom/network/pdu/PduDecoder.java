package org.roentgen.dicom.network.pdu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decodes the PDUs that control an association; every length is checked, unknown items are skipped (PS3.8 9.3.1). */
public final class PduDecoder {
    private static final int RESERVED_AFTER_TITLES = 32;
    private static final int TITLE_LENGTH = 16;
    private static final int MAXIMUM_CONTEXTS = 128;

    private PduDecoder() {}

    /**
     * Decodes the bytes that followed a header.
     *
     * @throws MalformedPduException with the offset and the rule, when the bytes break PS3.8
     */
    public static Pdu decode(PduType type, byte[] body) throws MalformedPduException {
        PduCursor cursor = new PduCursor(body);
        return switch (type) {
            case ASSOCIATE_REQUEST -> request(cursor);
            case ASSOCIATE_ACCEPT -> accept(cursor);
            case ASSOCIATE_REJECT -> reject(cursor);
            case RELEASE_REQUEST -> new ReleaseRequest();
            case RELEASE_RESPONSE -> new ReleaseResponse();
            case ABORT -> abort(cursor);
            case DATA_TRANSFER -> throw new IllegalArgumentException("P-DATA-TF is streamed, not decoded");
        };
    }

    private static AssociateRequest request(PduCursor cursor) throws MalformedPduException {
        Titles titles = titles(cursor);
        String applicationContext = "";
        List<PresentationContextProposal> contexts = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        UserInformation userInformation = UserInformationCodec.EMPTY;
        while (cursor.remaining() > 0) {
            int item = itemType(cursor);
            PduCursor content = cursor.slice(cursor.u16());
            switch (item) {
                case ItemType.APPLICATION_CONTEXT -> applicationContext = content.rest();
                case ItemType.PRESENTATION_CONTEXT_PROPOSAL -> {
                    PresentationContextProposal proposal = proposal(content);
                    if (!ids.add(proposal.id()) || contexts.size() == MAXIMUM_CONTEXTS) {
                        throw MalformedPduException.invalid(
                                content.position(), "presentation context id %d twice".formatted(proposal.id()));
                    }
                    contexts.add(proposal);
                }
                case ItemType.USER_INFORMATION -> userInformation = UserInformationCodec.decode(content);
                default -> {}
            }
        }
        return new AssociateRequest(
                titles.version(), titles.called(), titles.calling(), applicationContext, contexts, userInformation);
    }

    private static PresentationContextProposal proposal(PduCursor content) throws MalformedPduException {
        int offset = content.position();
        int id = content.u8();
        if (id % 2 == 0) {
            throw MalformedPduException.invalid(offset, "presentation context id %d is not odd".formatted(id));
        }
        content.skip(3);
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (content.remaining() > 0) {
            int item = itemType(content);
            PduCursor name = content.slice(content.u16());
            switch (item) {
                case ItemType.ABSTRACT_SYNTAX -> abstractSyntax = name.rest();
                case ItemType.TRANSFER_SYNTAX -> transferSyntaxes.add(name.rest());
                default -> {}
            }
        }
        return new PresentationContextProposal(id, abstractSyntax, transferSyntaxes);
    }

    private static AssociateAccept accept(PduCursor cursor) throws MalformedPduException {
        Titles titles = titles(cursor);
        String applicationContext = "";
        List<PresentationContextAnswer> contexts = new ArrayList<>();
        UserInformation userInformation = UserInformationCodec.EMPTY;
        while (cursor.remaining() > 0) {
            int item = itemType(cursor);
            PduCursor content = cursor.slice(cursor.u16());
            switch (item) {
                case ItemType.APPLICATION_CONTEXT -> applicationContext = content.rest();
                case ItemType.PRESENTATION_CONTEXT_ANSWER -> contexts.add(answer(content));
                case ItemType.USER_INFORMATION -> userInformation = UserInformationCodec.decode(content);
                default -> {}
            }
        }
        return new AssociateAccept(
                titles.version(), titles.called(), titles.calling(), applicationContext, contexts, userInformation);
    }

    private static PresentationContextAnswer answer(PduCursor content) throws MalformedPduException {
        int id = content.u8();
        content.skip(1);
        var result = PresentationContextAnswer.Result.of(content.u8());
        content.skip(1);
        String transferSyntax = "";
        while (content.remaining() > 0) {
            int item = itemType(content);
            PduCursor name = content.slice(content.u16());
            if (item == ItemType.TRANSFER_SYNTAX) {
                transferSyntax = name.rest();
            }
        }
        return new PresentationContextAnswer(id, result, transferSyntax);
    }

    private static AssociateReject reject(PduCursor cursor) throws MalformedPduException {
        cursor.skip(1);
        int result = cursor.u8();
        AssociateReject.Reason reason = AssociateReject.Reason.of(cursor.u8(), cursor.u8());
        return result == 2 ? AssociateReject.transientFor(reason) : AssociateReject.permanent(reason);
    }

    private static Abort abort(PduCursor cursor) throws MalformedPduException {
        cursor.skip(2);
        return new Abort(Abort.Source.of(cursor.u8()), Abort.Reason.of(cursor.u8()));
    }

    private static int itemType(PduCursor cursor) throws MalformedPduException {
        int item = cursor.u8();
        cursor.skip(1);
        return item;
    }

    private static Titles titles(PduCursor cursor) throws MalformedPduException {
        int version = cursor.u16();
        cursor.skip(2);
        String called = cursor.text(TITLE_LENGTH);
        String calling = cursor.text(TITLE_LENGTH);
        cursor.skip(RESERVED_AFTER_TITLES);
        return new Titles(version, called, calling);
    }

    private record Titles(int version, String called, String calling) {}
}
