package org.roentgen.dicom.network;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.network.pdu.AsynchronousOperations;
import org.roentgen.dicom.network.pdu.ExtendedNegotiation;
import org.roentgen.dicom.network.pdu.Implementation;

/**
 * What both sides agreed on when the association was established.
 *
 * @param peerMaximumLength largest P-DATA-TF variable field that the peer takes, in bytes; 0 = no limit
 * @param operations as the requestor sees them: invoked by it, performed by it
 * @param extended the other side's service-class application information
 */
public record NegotiatedAssociation(
        String callingAeTitle,
        String calledAeTitle,
        List<AcceptedContext> contexts,
        long peerMaximumLength,
        AsynchronousOperations operations,
        Implementation peerImplementation,
        List<ExtendedNegotiation> extended) {
    public NegotiatedAssociation {
        contexts = List.copyOf(contexts);
        extended = List.copyOf(extended);
    }

    /** The context with this id. */
    public Optional<AcceptedContext> context(int id) {
        return contexts.stream().filter(context -> context.id() == id).findFirst();
    }

    /** The first context for a SOP class, whatever its transfer syntax. */
    public Optional<AcceptedContext> contextFor(String sopClassUid) {
        return contexts.stream()
                .filter(context -> context.abstractSyntax().equals(sopClassUid))
                .findFirst();
    }

    /** The context for a SOP class in one transfer syntax. */
    public Optional<AcceptedContext> contextFor(String sopClassUid, String transferSyntaxUid) {
        return contexts.stream()
                .filter(context -> context.abstractSyntax().equals(sopClassUid)
                        && context.transferSyntax().equals(transferSyntaxUid))
                .findFirst();
    }
}
