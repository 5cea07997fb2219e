package org.roentgen.api.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A study on the reading worklist. Dates are DICOM DA, times TM, names PN text. */
public record WorklistItem(
        UUID studyId,
        String studyInstanceUid,
        Optional<String> patientName,
        Optional<String> patientId,
        Optional<String> birthDate,
        Optional<String> sex,
        Optional<String> accessionNumber,
        Optional<String> studyDate,
        Optional<String> studyTime,
        Optional<String> description,
        List<String> modalities,
        Instant receivedAt,
        int series,
        int instances,
        WorklistState state,
        Optional<String> reason,
        List<WorklistRun> runs) {
    @Override
    public String toString() {
        return "WorklistItem[" + studyId + "]";
    }
}
