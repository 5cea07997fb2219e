package org.roentgen.dicom.network;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DataSetStream;
import org.roentgen.dicom.network.dimse.FragmentReader;
import org.roentgen.dicom.network.dimse.MessageReader;
import org.roentgen.dicom.network.dimse.MessageReader.Control;
import org.roentgen.dicom.network.dimse.MessageReader.Message;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.Pdu;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;
import org.roentgen.dicom.network.pdu.ReleaseRequest;
import org.roentgen.dicom.network.pdu.ReleaseResponse;

/** Reads one association until it ends: routes messages, and walks the states of PS3.8 table 9-10 on control PDUs. */
final class AssociationReader implements Runnable {
    private static final Logger LOG = System.getLogger(Association.class.getName());
    private static final int MAXIMUM_RESPONSE = 16 * 1024 * 1024;

    private final Association association;
    private final RequestDispatcher dispatcher;
    private final MessageReader messages;

    AssociationReader(Association association, DicomServices services, long maximumLength) {
        this.association = association;
        this.dispatcher = new RequestDispatcher(association, services);
        this.messages = new MessageReader(new FragmentReader(association.transport(), maximumLength));
    }

    @Override
    public void run() {
        IOException end = new AssociationAbortedException("it was ended");
        try {
            while (!association.state().isTerminal()) {
                readOne();
            }
        } catch (ProtocolViolationException violation) {
            end = violation;
            LOG.log(Level.WARNING, "association with {0}: {1}", association.remoteAddress(), violation.getMessage());
            giveUp(Abort.byProvider(violation.abortReason()));
        } catch (SocketTimeoutException silent) {
            end = silent;
            LOG.log(Level.INFO, "association with {0}: {1}", association.remoteAddress(), silent.getMessage());
            giveUp(Abort.byProvider(Abort.Reason.NOT_SPECIFIED));
        } catch (IOException broken) {
            end = broken;
            LOG.log(Level.DEBUG, "association ended: {0}", broken.getMessage());
        } catch (RuntimeException defect) {
            end = new IOException("internal error", defect);
            LOG.log(Level.ERROR, "association ended by an internal error", defect);
            giveUp(Abort.byProvider(Abort.Reason.NOT_SPECIFIED));
        } finally {
            association.finished(end);
            dispatcher.cancelAll();
        }
    }

    private void readOne() throws IOException {
        if (!association.transport().awaitData(association.timeouts().idle())) {
            if (association.invocations().isEmpty() && dispatcher.isIdle()) {
                throw new SocketTimeoutException(
                        "idle for %s".formatted(association.timeouts().idle()));
            }
            return;
        }
        association.transport().allow(association.timeouts().read());
        switch (messages.next()) {
            case Message message -> message(message);
            case Control(var pdu) -> control(pdu);
        }
    }

    private void message(Message message) throws IOException {
        AcceptedContext context = association
                .negotiated()
                .context(message.contextId())
                .orElseThrow(() -> new ProtocolViolationException(
                        "presentation context %d was not accepted".formatted(message.contextId()),
                        Abort.Reason.INVALID_PARAMETER));
        CommandSet command = message.command();
        if (command.field().isResponse()) {
            response(context, command, message.dataSet());
        } else {
            dispatcher.dispatch(context, command, message.dataSet());
        }
    }

    private void response(AcceptedContext context, CommandSet command, DataSetStream dataSet) throws IOException {
        Invocation invocation = association
                .invocations()
                .find(command.respondedMessageId())
                .orElseThrow(() -> new ProtocolViolationException(
                        "response to a message that was not sent", Abort.Reason.NOT_SPECIFIED));
        byte[] bytes = dataSet.readAtMost(MAXIMUM_RESPONSE);
        if (bytes == null) {
            throw new ProtocolViolationException(
                    "data set of a response is over the limit of %d bytes".formatted(MAXIMUM_RESPONSE),
                    Abort.Reason.NOT_SPECIFIED);
        }
        try {
            invocation.deliver(
                    new Response(command, context, bytes),
                    association.timeouts().response());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while handing over a response", interrupted);
        }
    }

    private void control(Pdu pdu) throws IOException {
        switch (pdu) {
            case Abort abort -> {
                association.become(AssociationState.CLOSED);
                throw new AssociationAbortedException(abort);
            }
            case ReleaseRequest _ -> releaseRequested();
            case ReleaseResponse _ -> releaseAnswered();
            default ->
                throw new ProtocolViolationException(
                        "%s on an established association".formatted(pdu.type()), Abort.Reason.UNEXPECTED_PDU);
        }
    }

    private void releaseRequested() throws IOException {
        if (association.tryBecome(AssociationState.ESTABLISHED, AssociationState.AWAITING_CLOSE)) {
            association.writer().write(new ReleaseResponse());
            association.transport().awaitClose(association.timeouts().association());
        } else if (!association.isRequestor()) {
            association.become(AssociationState.RELEASE_COLLISION_ACCEPTOR);
        } else if (association.tryBecome(
                AssociationState.RELEASE_REQUESTED, AssociationState.RELEASE_COLLISION_REQUESTOR)) {
            association.writer().write(new ReleaseResponse());
        }
    }

    private void releaseAnswered() throws IOException {
        switch (association.state()) {
            case RELEASE_REQUESTED, RELEASE_COLLISION_REQUESTOR -> association.become(AssociationState.CLOSED);
            case RELEASE_COLLISION_ACCEPTOR -> {
                association.writer().write(new ReleaseResponse());
                association.become(AssociationState.AWAITING_CLOSE);
                association.transport().awaitClose(association.timeouts().association());
            }
            case CLOSED -> throw new EOFException("association is closed");
            default ->
                throw new ProtocolViolationException("A-RELEASE-RP without a request", Abort.Reason.UNEXPECTED_PDU);
        }
    }

    /** Tells the peer and lets it close first, so that it can still read the reason. */
    private void giveUp(Abort abort) {
        association.become(AssociationState.AWAITING_CLOSE);
        try {
            if (association.writer().tryWrite(abort)) {
                association.transport().awaitClose(association.timeouts().association());
            }
        } catch (IOException _) {
            // the peer is gone: nobody to tell
        }
    }
}
