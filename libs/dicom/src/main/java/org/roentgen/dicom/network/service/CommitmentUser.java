package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.Association;
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

/**
 * Storage commitment, push model, as user (PS3.4 annex J): asks with {@link #request}, and receives results as a service
 * of the requesting association and of the own server, since the peer may answer on either.
 */
public final class CommitmentUser implements DicomService {
    private static final int REQUEST_ACTION = 1;

    private final Consumer<CommitmentResult> results;

    /** Hands results over to {@code results}; the peer is answered when that returns. */
    public CommitmentUser(Consumer<CommitmentResult> results) {
        this.results = results;
    }

    /** Asks over an association that proposed {@link SopClass#STORAGE_COMMITMENT_PUSH_MODEL}. */
    public static DimseStatus request(Association association, CommitmentRequest request) throws IOException {
        AcceptedContext context = association
                .negotiated()
                .contextFor(SopClass.STORAGE_COMMITMENT_PUSH_MODEL)
                .orElseThrow(() -> new ContextNotAcceptedException(SopClass.STORAGE_COMMITMENT_PUSH_MODEL));
        CommandSet.Builder command = CommandSet.request(CommandField.N_ACTION_REQUEST)
                .text(CommandElement.REQUESTED_SOP_CLASS_UID, SopClass.STORAGE_COMMITMENT_PUSH_MODEL)
                .text(CommandElement.REQUESTED_SOP_INSTANCE_UID, SopClass.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE)
                .number(CommandElement.ACTION_TYPE_ID, REQUEST_ACTION);
        return association
                .call(context, command, Identifiers.encode(request.toDataSet(), context))
                .command()
                .status();
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
    public boolean acceptsProviderRole() {
        return true;
    }

    @Override
    public Optional<RequestHandler> handler(CommandField request) {
        return request == CommandField.N_EVENT_REPORT_REQUEST ? Optional.of(this::reported) : Optional.empty();
    }

    private void reported(IncomingRequest incoming) throws IOException {
        Outcomes.respond(incoming, DimseStatus.PROCESSING_FAILURE, () -> {
            results.accept(CommitmentResult.of(Identifiers.decode(incoming)));
            return DimseStatus.SUCCESS;
        });
    }
}
