package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.DicomService;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.RequestHandler;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.DimseStatus;

/**
 * C-MOVE and C-GET as provider, Study Root and Patient Root (PS3.4 annex C). A server that offers C-GET also
 * has a {@link StorageService}, which lets the requestor be provider of storage.
 */
public final class RetrieveService implements DicomService {
    private static final Set<String> SOP_CLASSES = Set.of(
            SopClass.STUDY_ROOT_MOVE, SopClass.PATIENT_ROOT_MOVE, SopClass.STUDY_ROOT_GET, SopClass.PATIENT_ROOT_GET);

    private final RetrieveHandler handler;
    private final InstanceTranscoder transcoder;

    /** Sends what the handler finds, converted where the receiver does not take it as it is. */
    public RetrieveService(RetrieveHandler handler, InstanceTranscoder transcoder) {
        this.handler = handler;
        this.transcoder = transcoder;
    }

    @Override
    public boolean supports(String sopClassUid) {
        return SOP_CLASSES.contains(sopClassUid);
    }

    @Override
    public List<String> transferSyntaxes() {
        return TransferSyntaxes.UNCOMPRESSED;
    }

    @Override
    public Optional<RequestHandler> handler(CommandField request) {
        return switch (request) {
            case C_MOVE_REQUEST -> Optional.of(this::move);
            case C_GET_REQUEST -> Optional.of(this::get);
            default -> Optional.empty();
        };
    }

    private void get(IncomingRequest incoming) throws IOException {
        Suboperations.respond(incoming, suboperations -> {
            PeerRequest request = PeerRequest.of(incoming);
            List<? extends InstanceSource> instances = handler.instances(request);
            try {
                suboperations.sendAll(instances, new StorageUser(incoming.association(), transcoder), _ -> {});
            } finally {
                handler.finished(request, suboperations.progress());
            }
        });
    }

    private void move(IncomingRequest incoming) throws IOException {
        Suboperations.respond(incoming, suboperations -> {
            PeerRequest request = PeerRequest.of(incoming);
            AssociationOptions.Builder options = handler.destination(request)
                    .orElseThrow(() -> new DimseException(DimseStatus.MOVE_DESTINATION_UNKNOWN));
            List<? extends InstanceSource> instances = handler.instances(request);
            if (instances.isEmpty()) {
                return;
            }
            String originator = incoming.association().negotiated().callingAeTitle();
            int messageId = incoming.command().messageId();
            try (Association association =
                    Association.open(StorageUser.propose(options, instances).build())) {
                suboperations.sendAll(instances, new StorageUser(association, transcoder), command -> command.text(
                                CommandElement.MOVE_ORIGINATOR_AE_TITLE, originator)
                        .number(CommandElement.MOVE_ORIGINATOR_MESSAGE_ID, messageId));
            } catch (IOException unreachable) {
                suboperations.failRest(instances);
            } finally {
                handler.finished(request, suboperations.progress());
            }
        });
    }
}
