package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.ContextNotAcceptedException;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;

/**
 * Modality Performed Procedure Step as user (PS3.4 section F.7): tells the information system that a step began and how it
 * ended, over an association that proposed {@link SopClass#MODALITY_PERFORMED_PROCEDURE_STEP}.
 */
public final class PerformedStepUser {
    private static final String SOP_CLASS = SopClass.MODALITY_PERFORMED_PROCEDURE_STEP;

    private final Association association;

    /** Reports over this association. */
    public PerformedStepUser(Association association) {
        this.association = association;
    }

    /** Reports that a step is in progress (N-CREATE). */
    public DimseStatus begin(PerformedStep step) throws IOException {
        return call(
                CommandSet.request(CommandField.N_CREATE_REQUEST)
                        .text(CommandElement.AFFECTED_SOP_CLASS_UID, SOP_CLASS)
                        .text(CommandElement.AFFECTED_SOP_INSTANCE_UID, step.sopInstanceUid()),
                step.inProgress());
    }

    /**
     * Reports how a step ended (N-SET); nothing can be reported of it afterwards.
     *
     * @param end local time
     * @param series what it made; at least one series, be it without images
     * @throws IllegalArgumentException without a series
     */
    public DimseStatus end(
            PerformedStep step, PerformedStep.Ending ending, LocalDateTime end, List<PerformedStep.Series> series)
            throws IOException {
        if (series.isEmpty()) {
            throw new IllegalArgumentException(
                    "no series: a step ends with at least one, be it without images (PS3.4 table F.7.2-1)");
        }
        return call(
                CommandSet.request(CommandField.N_SET_REQUEST)
                        .text(CommandElement.REQUESTED_SOP_CLASS_UID, SOP_CLASS)
                        .text(CommandElement.REQUESTED_SOP_INSTANCE_UID, step.sopInstanceUid()),
                PerformedStep.ended(ending, end, series));
    }

    private DimseStatus call(CommandSet.Builder request, DataSet report) throws IOException {
        AcceptedContext context = association
                .negotiated()
                .contextFor(SOP_CLASS)
                .orElseThrow(() -> new ContextNotAcceptedException(SOP_CLASS));
        return association
                .call(context, request, Identifiers.encode(report, context))
                .command()
                .status();
    }
}
