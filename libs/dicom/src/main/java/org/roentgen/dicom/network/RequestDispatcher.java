package org.roentgen.dicom.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DataSetStream;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;

/** Brings the peer's requests to their handlers: streaming ones on the reader's thread, others on one of their own. */
final class RequestDispatcher {
    private static final Logger LOG = System.getLogger(Association.class.getName());
    private static final int MAXIMUM_IDENTIFIER = 16 * 1024 * 1024;
    private static final int UNLIMITED_WINDOW = 16;

    private final Map<Integer, IncomingRequest> performing = new ConcurrentHashMap<>();
    private final Association association;
    private final DicomServices services;
    private final int window;

    RequestDispatcher(Association association, DicomServices services) {
        this.association = association;
        this.services = services;
        var operations = association.negotiated().operations();
        int granted = association.isRequestor() ? operations.maximumPerformed() : operations.maximumInvoked();
        this.window = granted == 0 ? UNLIMITED_WINDOW : granted;
    }

    boolean isIdle() {
        return performing.isEmpty();
    }

    void cancelAll() {
        performing.values().forEach(IncomingRequest::cancel);
    }

    void dispatch(AcceptedContext context, CommandSet command, DataSetStream dataSet) throws IOException {
        if (command.field() == CommandField.C_CANCEL_REQUEST) {
            Optional.ofNullable(performing.get(command.respondedMessageId())).ifPresent(IncomingRequest::cancel);
            dataSet.drain();
            return;
        }
        command.messageId();
        Optional<RequestHandler> handler = services.handler(context.abstractSyntax(), command.field());
        if (handler.isEmpty()) {
            refuse(context, command, dataSet, DimseStatus.UNRECOGNIZED_OPERATION);
        } else if (!sopClassMatches(context, command)) {
            refuse(context, command, dataSet, DimseStatus.SOP_CLASS_NOT_SUPPORTED);
        } else if (handler.get().streams()) {
            perform(handler.get(), new IncomingRequest(association, context, command, dataSet, () -> {}));
            dataSet.drain();
        } else {
            start(handler.get(), context, command, dataSet);
        }
    }

    private static boolean sopClassMatches(AcceptedContext context, CommandSet command) {
        return command.text(CommandElement.AFFECTED_SOP_CLASS_UID)
                .or(() -> command.text(CommandElement.REQUESTED_SOP_CLASS_UID))
                .map(context.abstractSyntax()::equals)
                .orElse(true);
    }

    private void refuse(AcceptedContext context, CommandSet command, DataSetStream dataSet, DimseStatus status)
            throws IOException {
        dataSet.drain();
        new IncomingRequest(association, context, command, dataSet, () -> {}).respond(status);
    }

    private void start(RequestHandler handler, AcceptedContext context, CommandSet command, DataSetStream dataSet)
            throws IOException {
        byte[] identifier = dataSet.readAtMost(MAXIMUM_IDENTIFIER);
        if (identifier == null || performing.size() >= window) {
            refuse(context, command, dataSet, DimseStatus.RESOURCE_LIMITATION);
            return;
        }
        int messageId = command.messageId();
        IncomingRequest request = new IncomingRequest(
                association,
                context,
                command,
                new ByteArrayInputStream(identifier),
                () -> performing.remove(messageId));
        if (performing.putIfAbsent(messageId, request) != null) {
            refuse(context, command, dataSet, DimseStatus.DUPLICATE_INVOCATION);
            return;
        }
        Thread.ofVirtual().name("dicom-" + command.field()).start(() -> {
            try {
                perform(handler, request);
            } catch (IOException broken) {
                LOG.log(Level.DEBUG, "operation ended with its association: {0}", broken.getMessage());
            } finally {
                performing.remove(messageId);
            }
        });
    }

    private static void perform(RequestHandler handler, IncomingRequest request) throws IOException {
        try {
            handler.handle(request);
        } catch (ProtocolViolationException violation) {
            throw violation;
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "request handler failed", defect);
            if (request.dataSet() instanceof DataSetStream stream) {
                stream.drain();
            }
            request.respond(DimseStatus.PROCESSING_FAILURE);
        }
    }
}
