package org.roentgen.dicom.network;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.AssociateAccept;
import org.roentgen.dicom.network.pdu.AssociateReject;
import org.roentgen.dicom.network.pdu.AssociateReject.Reason;
import org.roentgen.dicom.network.pdu.AssociateRequest;
import org.roentgen.dicom.network.pdu.AsynchronousOperations;
import org.roentgen.dicom.network.pdu.Implementation;
import org.roentgen.dicom.network.pdu.PduDecoder;
import org.roentgen.dicom.network.pdu.PduHeader;
import org.roentgen.dicom.network.pdu.PduTransport;
import org.roentgen.dicom.network.pdu.PduType;
import org.roentgen.dicom.network.pdu.PresentationContextAnswer;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;
import org.roentgen.dicom.network.pdu.RoleSelection;
import org.roentgen.dicom.network.pdu.UserIdentity;
import org.roentgen.dicom.network.pdu.UserInformation;

/** Establishes associations that peers ask for: Sta2 and Sta3 of PS3.8 table 9-10. */
final class AssociationAcceptor {
    private static final Logger LOG = System.getLogger(DicomServer.class.getName());
    private static final int MAXIMUM_REQUEST = 1024 * 1024;

    private final AssociationPolicy policy;
    private final DicomServices services;
    private final AssociationLimits limits;
    private final NetworkTimeouts timeouts;
    private final ContextNegotiator negotiator;

    AssociationAcceptor(
            AssociationPolicy policy, DicomServices services, AssociationLimits limits, NetworkTimeouts timeouts) {
        this.policy = policy;
        this.services = services;
        this.limits = limits;
        this.timeouts = timeouts;
        this.negotiator = new ContextNegotiator(services);
    }

    /**
     * Negotiates with a connected peer.
     *
     * @param hasRoom false to reject it for now, whoever it is
     * @return the association, or empty when it was rejected or aborted; the peer then knows
     */
    Optional<Association> accept(PduTransport transport, boolean hasRoom) throws IOException {
        try {
            AssociateRequest request = readRequest(transport);
            Optional<AssociateReject> rejection = hasRoom
                    ? rejection(request, transport)
                    : Optional.of(AssociateReject.transientFor(Reason.LOCAL_LIMIT_EXCEEDED));
            if (rejection.isPresent()) {
                LOG.log(
                        Level.WARNING,
                        "rejected association from {0} at {1} to {2}: {3}",
                        printable(request.callingAeTitle()),
                        transport.remoteAddress().getAddress(),
                        printable(request.calledAeTitle()),
                        rejection.get().reason().meaning());
                transport.write(rejection.get());
                transport.awaitClose(timeouts.association());
                return Optional.empty();
            }
            return Optional.of(establish(request, transport));
        } catch (ProtocolViolationException violation) {
            LOG.log(Level.WARNING, "no association with {0}: {1}", transport.remoteAddress(), violation.getMessage());
            transport.write(Abort.byProvider(violation.abortReason()));
            transport.awaitClose(timeouts.association());
            return Optional.empty();
        }
    }

    private AssociateRequest readRequest(PduTransport transport) throws IOException {
        transport.allow(timeouts.association());
        PduHeader header = transport.readHeader();
        if (header.type() == PduType.ASSOCIATE_REQUEST
                && PduDecoder.decode(header.type(), transport.readBody(header, MAXIMUM_REQUEST))
                        instanceof AssociateRequest request) {
            return request;
        }
        throw new ProtocolViolationException(
                "%s where A-ASSOCIATE-RQ was expected".formatted(header.type()), Abort.Reason.UNEXPECTED_PDU);
    }

    private Optional<AssociateReject> rejection(AssociateRequest request, PduTransport transport) {
        if ((request.protocolVersion() & 1) == 0) {
            return Optional.of(AssociateReject.permanent(Reason.PROTOCOL_VERSION_NOT_SUPPORTED));
        }
        if (!request.applicationContext().equals(AssociateRequest.DICOM_APPLICATION_CONTEXT)) {
            return Optional.of(AssociateReject.permanent(Reason.APPLICATION_CONTEXT_NOT_SUPPORTED));
        }
        if (!AeTitle.isValid(request.calledAeTitle())) {
            return Optional.of(AssociateReject.permanent(Reason.CALLED_AE_TITLE_NOT_RECOGNIZED));
        }
        if (!AeTitle.isValid(request.callingAeTitle())) {
            return Optional.of(AssociateReject.permanent(Reason.CALLING_AE_TITLE_NOT_RECOGNIZED));
        }
        return policy.rejection(new AssociationAttempt(
                request.calledAeTitle(),
                request.callingAeTitle(),
                transport.remoteAddress().getAddress(),
                identity(request),
                principal(transport)));
    }

    private Association establish(AssociateRequest request, PduTransport transport) throws IOException {
        UserInformation proposed = request.userInformation();
        List<PresentationContextAnswer> answers =
                request.contexts().stream().map(negotiator::answer).toList();
        List<RoleSelection> roles = negotiator.roles(proposed.roles());
        AsynchronousOperations operations = proposed.operations() == null
                ? null
                : ContextNegotiator.window(proposed.operations(), limits.operations());
        NegotiatedAssociation negotiated = new NegotiatedAssociation(
                request.callingAeTitle(),
                request.calledAeTitle(),
                ContextNegotiator.accepted(request, answers, roles),
                proposed.maximumLength(),
                operations == null ? AsynchronousOperations.SYNCHRONOUS : operations,
                proposed.implementation(),
                proposed.extended());
        transport.write(new AssociateAccept(
                1,
                request.calledAeTitle(),
                request.callingAeTitle(),
                AssociateRequest.DICOM_APPLICATION_CONTEXT,
                answers,
                new UserInformation(
                        limits.maximumLength(),
                        Implementation.ROENTGEN,
                        operations,
                        roles,
                        List.of(),
                        List.of(),
                        identityResponse(request))));
        return new Association(transport, negotiated, timeouts, false);
    }

    /** The reader of an association that this acceptor established. */
    AssociationReader reader(Association association) {
        return new AssociationReader(association, services, limits.maximumLength());
    }

    private static @Nullable UserIdentity identity(AssociateRequest request) {
        return request.userInformation().identity() instanceof UserInformation.IdentityRequest(var identity)
                ? identity
                : null;
    }

    private static UserInformation.@Nullable IdentityResponse identityResponse(AssociateRequest request) {
        UserIdentity identity = identity(request);
        return identity != null && identity.responseRequested()
                ? new UserInformation.IdentityResponse(new byte[0])
                : null;
    }

    private static @Nullable Principal principal(PduTransport transport) {
        try {
            return transport.socket() instanceof SSLSocket tls
                    ? tls.getSession().getPeerPrincipal()
                    : null;
        } catch (SSLPeerUnverifiedException _) {
            return null;
        }
    }

    private static String printable(String title) {
        return title.replaceAll("[^ -~]", "?");
    }
}
