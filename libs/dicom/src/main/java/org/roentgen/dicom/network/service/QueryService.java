package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roentgen.dicom.network.DicomService;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.RequestHandler;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** C-FIND as provider (PS3.4 annex C). */
public final class QueryService implements DicomService {
    private final QueryHandler handler;
    private final Set<String> sopClasses;

    /** Answers queries in these information models. */
    public QueryService(QueryHandler handler, Set<String> sopClasses) {
        this.handler = handler;
        this.sopClasses = Set.copyOf(sopClasses);
    }

    /** Answers queries in Study Root and Patient Root. */
    public static QueryService studyAndPatientRoot(QueryHandler handler) {
        return new QueryService(handler, Set.of(SopClass.STUDY_ROOT_FIND, SopClass.PATIENT_ROOT_FIND));
    }

    @Override
    public boolean supports(String sopClassUid) {
        return sopClasses.contains(sopClassUid);
    }

    @Override
    public List<String> transferSyntaxes() {
        return TransferSyntaxes.UNCOMPRESSED;
    }

    @Override
    public Optional<RequestHandler> handler(CommandField request) {
        return request == CommandField.C_FIND_REQUEST ? Optional.of(this::find) : Optional.empty();
    }

    private void find(IncomingRequest incoming) throws IOException {
        Outcomes.respond(incoming, DimseStatus.CANNOT_UNDERSTAND, () -> {
            handler.find(PeerRequest.of(incoming), (match, pending) -> {
                if (!incoming.isCancelled()) {
                    incoming.respond(
                            CommandSet.response(incoming.command(), pending),
                            Identifiers.encode(match, incoming.context()));
                }
                return !incoming.isCancelled();
            });
            return incoming.isCancelled() ? DimseStatus.CANCEL : DimseStatus.SUCCESS;
        });
    }
}
