package org.roentgen.dicom.network;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.network.pdu.AssociateRequest;
import org.roentgen.dicom.network.pdu.AsynchronousOperations;
import org.roentgen.dicom.network.pdu.PresentationContextAnswer;
import org.roentgen.dicom.network.pdu.PresentationContextAnswer.Result;
import org.roentgen.dicom.network.pdu.PresentationContextProposal;
import org.roentgen.dicom.network.pdu.RoleSelection;

/** The acceptor's side of negotiation: contexts, roles, operations window. */
final class ContextNegotiator {
    private final DicomServices services;

    ContextNegotiator(DicomServices services) {
        this.services = services;
    }

    /** Accepts a context in the first of this side's transfer syntaxes that the peer proposed. */
    PresentationContextAnswer answer(PresentationContextProposal proposal) {
        List<DicomService> serving =
                services.supporting(proposal.abstractSyntax()).toList();
        if (serving.isEmpty()) {
            return rejected(proposal, Result.ABSTRACT_SYNTAX_NOT_SUPPORTED);
        }
        return serving.stream()
                .flatMap(service -> service.transferSyntaxes().stream())
                .filter(proposal.transferSyntaxes()::contains)
                .findFirst()
                .map(syntax -> new PresentationContextAnswer(proposal.id(), Result.ACCEPTANCE, syntax))
                .orElseGet(() -> rejected(proposal, Result.TRANSFER_SYNTAXES_NOT_SUPPORTED));
    }

    private static PresentationContextAnswer rejected(PresentationContextProposal proposal, Result result) {
        String syntax = proposal.transferSyntaxes().isEmpty()
                ? ""
                : proposal.transferSyntaxes().getFirst();
        return new PresentationContextAnswer(proposal.id(), result, syntax);
    }

    /** Roles that are agreed on, for the SOP classes that the peer names and this side serves. */
    List<RoleSelection> roles(List<RoleSelection> proposed) {
        List<RoleSelection> agreed = new ArrayList<>();
        for (RoleSelection role : proposed) {
            List<DicomService> serving = services.supporting(role.sopClassUid()).toList();
            if (!serving.isEmpty()) {
                boolean provider = role.provider() && serving.stream().anyMatch(DicomService::acceptsProviderRole);
                agreed.add(new RoleSelection(role.sopClassUid(), role.user(), provider));
            }
        }
        return agreed;
    }

    static List<AcceptedContext> accepted(
            AssociateRequest request, List<PresentationContextAnswer> answers, List<RoleSelection> roles) {
        List<AcceptedContext> contexts = new ArrayList<>();
        for (PresentationContextAnswer answer : answers) {
            for (PresentationContextProposal proposal : request.contexts()) {
                if (answer.accepted() && proposal.id() == answer.id()) {
                    contexts.add(context(proposal, answer, roles));
                }
            }
        }
        return contexts;
    }

    private static AcceptedContext context(
            PresentationContextProposal proposal, PresentationContextAnswer answer, List<RoleSelection> roles) {
        RoleSelection role = roles.stream()
                .filter(candidate -> candidate.sopClassUid().equals(proposal.abstractSyntax()))
                .findFirst()
                .orElseGet(() -> new RoleSelection(proposal.abstractSyntax(), true, false));
        return new AcceptedContext(
                proposal.id(), proposal.abstractSyntax(), answer.transferSyntax(), role.user(), role.provider());
    }

    static AsynchronousOperations window(AsynchronousOperations proposed, int limit) {
        return new AsynchronousOperations(
                within(proposed.maximumInvoked(), limit), within(proposed.maximumPerformed(), limit));
    }

    private static int within(int proposed, int limit) {
        return proposed == 0 ? limit : Math.min(proposed, limit);
    }
}
