package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.DicomService;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.RequestHandler;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** An information system that takes reports of performed procedure steps by the rules of PS3.4 section F.7.2. */
final class StepRecorder implements DicomService {
    static final DimseStatus DUPLICATE = new DimseStatus(0x0111);
    static final DimseStatus NO_LONGER = DimseStatus.PROCESSING_FAILURE;

    private final Map<String, List<DataSet>> reports = Collections.synchronizedMap(new HashMap<>());

    /** What was reported of a step, in its order. */
    List<DataSet> reports(String sopInstanceUid) {
        return reports.getOrDefault(sopInstanceUid, List.of());
    }

    @Override
    public boolean supports(String sopClassUid) {
        return sopClassUid.equals(SopClass.MODALITY_PERFORMED_PROCEDURE_STEP);
    }

    @Override
    public List<String> transferSyntaxes() {
        return TransferSyntaxes.UNCOMPRESSED;
    }

    @Override
    public Optional<RequestHandler> handler(CommandField request) {
        return switch (request) {
            case N_CREATE_REQUEST -> Optional.of(this::create);
            case N_SET_REQUEST -> Optional.of(this::set);
            default -> Optional.empty();
        };
    }

    private void create(IncomingRequest incoming) throws IOException {
        String uid = incoming.command()
                .text(CommandElement.AFFECTED_SOP_INSTANCE_UID)
                .orElseThrow();
        List<DataSet> begun = new ArrayList<>(List.of(Identifiers.decode(incoming)));
        incoming.respond(reports.putIfAbsent(uid, begun) == null ? DimseStatus.SUCCESS : DUPLICATE);
    }

    private void set(IncomingRequest incoming) throws IOException {
        String uid = incoming.command()
                .text(CommandElement.REQUESTED_SOP_INSTANCE_UID)
                .orElseThrow();
        List<DataSet> known = reports.get(uid);
        if (known == null) {
            incoming.respond(DimseStatus.NO_SUCH_SOP_INSTANCE);
            return;
        }
        if (!known.getLast().string(Tag.PerformedProcedureStepStatus, "").equals("IN PROGRESS")) {
            incoming.respond(NO_LONGER);
            return;
        }
        known.add(Identifiers.decode(incoming));
        incoming.respond(DimseStatus.SUCCESS);
    }
}
