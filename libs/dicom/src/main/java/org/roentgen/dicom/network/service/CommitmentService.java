package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.ContextNotAcceptedException;
import org.roentgen.dicom.network.DicomService;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.RequestHandler;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.pdu.RoleSelection;

/**
 * Storage commitment, push model, as provider (PS3.4 annex J). The result goes out on the requesting association, or on a
 * new one when that is gone.
 */
public final class CommitmentService implements DicomService {
    private static final Logger LOG = System.getLogger(CommitmentService.class.getName());

    private final CommitmentHandler handler;

    /** Answers with what the handler finds. */
    public CommitmentService(CommitmentHandler handler) {
        this.handler = handler;
    }

    @Override
    public boolean supports(String sopClassUid) {
        return sopClassUid.equals(SopClass.STORAGE_COMMITMENT_PUSH_MODEL);
    }

    @Override
    public List<String> transferSyntaxes() {
        return TransferSyntaxes.UNCOMPRESSED;
    }

    @Override
    public Optional<RequestHandler> handler(CommandField request) {
        return request == CommandField.N_ACTION_REQUEST ? Optional.of(this::requested) : Optional.empty();
    }

    private void requested(IncomingRequest incoming) throws IOException {
        CommitmentRequest request = CommitmentRequest.of(Identifiers.decode(incoming));
        if (request.transactionUid().isEmpty() || request.instances().isEmpty()) {
            incoming.respond(
                    DimseStatus.INVALID_ARGUMENT.because("Transaction UID or Referenced SOP Sequence missing"));
            return;
        }
        incoming.respond(DimseStatus.SUCCESS);
        String peer = incoming.association().negotiated().callingAeTitle();
        CommitmentResult result = handler.commit(request, peer);
        try {
            report(incoming.association(), incoming.context(), result);
        } catch (IOException gone) {
            reportAnew(peer, result);
        }
    }

    private void reportAnew(String peer, CommitmentResult result) throws IOException {
        Optional<AssociationOptions.Builder> options = handler.requestor(peer);
        if (options.isEmpty()) {
            LOG.log(Level.WARNING, "storage commitment result for {0} is lost: no address is known", peer);
            return;
        }
        String sopClass = SopClass.STORAGE_COMMITMENT_PUSH_MODEL;
        try (Association association = Association.open(options.get()
                .context(sopClass, TransferSyntaxes.UNCOMPRESSED)
                .role(new RoleSelection(sopClass, false, true))
                .build())) {
            AcceptedContext context = association
                    .negotiated()
                    .contextFor(sopClass)
                    .orElseThrow(() -> new ContextNotAcceptedException(sopClass));
            report(association, context, result);
        }
    }

    private static void report(Association association, AcceptedContext context, CommitmentResult result)
            throws IOException {
        CommandSet.Builder command = CommandSet.request(CommandField.N_EVENT_REPORT_REQUEST)
                .text(CommandElement.AFFECTED_SOP_CLASS_UID, SopClass.STORAGE_COMMITMENT_PUSH_MODEL)
                .text(CommandElement.AFFECTED_SOP_INSTANCE_UID, SopClass.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE)
                .number(CommandElement.EVENT_TYPE_ID, result.eventType());
        DimseStatus status = association
                .call(context, command, Identifiers.encode(result.toDataSet(), context))
                .command()
                .status();
        LOG.log(Level.DEBUG, "storage commitment result answered with {0}", status);
    }
}
