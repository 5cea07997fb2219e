package org.roentgen.dicom.network;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.AssociateAccept;
import org.roentgen.dicom.network.pdu.AssociateReject;
import org.roentgen.dicom.network.pdu.AssociateRequest;
import org.roentgen.dicom.network.pdu.AsynchronousOperations;
import org.roentgen.dicom.network.pdu.Implementation;
import org.roentgen.dicom.network.pdu.PduDecoder;
import org.roentgen.dicom.network.pdu.PduHeader;
import org.roentgen.dicom.network.pdu.PduTransport;
import org.roentgen.dicom.network.pdu.PduType;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;
import org.roentgen.dicom.network.pdu.UserInformation;

/** Establishes associations with peers: Sta4 and Sta5 of PS3.8 table 9-10. */
final class AssociationRequestor {
    private static final int MAXIMUM_ANSWER = 1024 * 1024;

    private AssociationRequestor() {}

    static Association open(AssociationOptions options) throws IOException {
        Socket socket = connect(options);
        try {
            PduTransport transport = new PduTransport(socket, options.timeouts().write());
            AssociateRequest request = request(options);
            NegotiatedAssociation negotiated = negotiated(request, answer(transport, request, options));
            Association association = new Association(transport, negotiated, options.timeouts(), true);
            Thread.ofVirtual()
                    .name("dicom-association-" + options.calledAeTitle())
                    .start(new AssociationReader(association, options.services(), options.maximumLength()));
            return association;
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private static Socket connect(AssociationOptions options) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(options.host(), options.port()),
                    Math.toIntExact(options.timeouts().connect().toMillis()));
            SSLContext tls = options.tls();
            return tls == null ? socket : secured(socket, tls, options);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private static Socket secured(Socket socket, SSLContext tls, AssociationOptions options) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.getSocketFactory().createSocket(socket, options.host(), options.port(), true);
        TlsProfile.apply(secured);
        TlsProfile.handshake(secured, options.timeouts().association());
        return secured;
    }

    private static AssociateRequest request(AssociationOptions options) {
        var identity = options.identity() == null ? null : new UserInformation.IdentityRequest(options.identity());
        return new AssociateRequest(
                1,
                options.calledAeTitle(),
                options.callingAeTitle(),
                AssociateRequest.DICOM_APPLICATION_CONTEXT,
                options.contexts(),
                new UserInformation(
                        options.maximumLength(),
                        Implementation.ROENTGEN,
                        options.operations(),
                        options.roles(),
                        options.extended(),
                        options.commonExtended(),
                        identity));
    }

    private static AssociateAccept answer(PduTransport transport, AssociateRequest request, AssociationOptions options)
            throws IOException {
        try {
            transport.write(request);
            transport.allow(options.timeouts().association());
            PduHeader header = transport.readHeader();
            if (header.type() != PduType.DATA_TRANSFER) {
                switch (PduDecoder.decode(header.type(), transport.readBody(header, MAXIMUM_ANSWER))) {
                    case AssociateAccept accept -> {
                        return accept;
                    }
                    case AssociateReject reject -> throw new AssociationRejectedException(reject);
                    case Abort abort -> throw new AssociationAbortedException(abort);
                    default -> {}
                }
            }
            throw new ProtocolViolationException(
                    "%s in answer to A-ASSOCIATE-RQ".formatted(header.type()), Abort.Reason.UNEXPECTED_PDU);
        } catch (ProtocolViolationException violation) {
            abort(transport, violation);
            throw new ProtocolViolationException(
                    "the peer does not speak DICOM: " + violation.getMessage(), violation.abortReason());
        } catch (SocketTimeoutException silent) {
            throw new IOException(
                    "the peer did not answer the association request within "
                            + options.timeouts().association().toSeconds() + " s",
                    silent);
        } catch (EOFException | SocketException closed) {
            throw new IOException(
                    "the peer closed the connection instead of answering the association request: it does not speak DICOM there, or only"
                            + (options.tls() == null ? " over TLS" : " without TLS"),
                    closed);
        }
    }

    /** Tells the peer, which may be gone: what it did wrong is the news then. */
    private static void abort(PduTransport transport, ProtocolViolationException violation) {
        try {
            transport.write(Abort.byProvider(violation.abortReason()));
        } catch (IOException gone) {
            violation.addSuppressed(gone);
        }
    }

    private static NegotiatedAssociation negotiated(AssociateRequest request, AssociateAccept accept) {
        UserInformation information = accept.userInformation();
        AsynchronousOperations operations = information.operations();
        List<AcceptedContext> contexts = ContextNegotiator.accepted(request, accept.contexts(), information.roles());
        return new NegotiatedAssociation(
                request.callingAeTitle(),
                request.calledAeTitle(),
                contexts,
                information.maximumLength(),
                operations == null ? AsynchronousOperations.SYNCHRONOUS : operations,
                information.implementation(),
                information.extended());
    }
}
