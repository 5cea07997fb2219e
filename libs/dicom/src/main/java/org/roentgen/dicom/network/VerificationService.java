package org.roentgen.dicom.network;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** The verification service class as provider (PS3.4 annex A). */
final class VerificationService implements DicomService {
    @Override
    public boolean supports(String sopClassUid) {
        return sopClassUid.equals(SopClass.VERIFICATION);
    }

    @Override
    public List<String> transferSyntaxes() {
        return TransferSyntaxes.UNCOMPRESSED;
    }

    @Override
    public Optional<RequestHandler> handler(CommandField request) {
        return request == CommandField.C_ECHO_REQUEST
                ? Optional.of(incoming -> incoming.respond(DimseStatus.SUCCESS))
                : Optional.empty();
    }
}
