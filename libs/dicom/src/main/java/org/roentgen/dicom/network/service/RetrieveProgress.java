package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.Response;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;

/**
 * One response to C-MOVE or C-GET (PS3.7 sections 9.1.3 and 9.1.4): numbers of sub-operations, 0 where the peer sent
 * none.
 *
 * @param failedInstances SOP Instance UIDs that the final response lists as failed
 */
public record RetrieveProgress(
        DimseStatus status, int remaining, int completed, int failed, int warning, List<String> failedInstances) {
    public RetrieveProgress {
        failedInstances = List.copyOf(failedInstances);
    }

    static RetrieveProgress of(Response response) throws IOException {
        CommandSet command = response.command();
        DataSet identifier = command.status().category().isTerminal() ? Identifiers.decode(response) : DataSet.EMPTY;
        return new RetrieveProgress(
                command.status(),
                command.number(CommandElement.NUMBER_OF_REMAINING_SUBOPERATIONS).orElse(0),
                command.number(CommandElement.NUMBER_OF_COMPLETED_SUBOPERATIONS).orElse(0),
                command.number(CommandElement.NUMBER_OF_FAILED_SUBOPERATIONS).orElse(0),
                command.number(CommandElement.NUMBER_OF_WARNING_SUBOPERATIONS).orElse(0),
                identifier.strings(Tag.FailedSOPInstanceUIDList));
    }
}
