package org.roentgen.domain.archive;

import java.util.List;
import java.util.Optional;
import org.roentgen.domain.object.ObjectId;

/**
 * What the archive keeps of an instance's header in columns, for queries (PS3.4 C.6, PS3.18 10.6); the rest stays in the
 * object. Dates are DICOM DA text, times TM text, as received.
 *
 * @param decodable whether the platform can decode its pixels
 */
public record InstanceDescriptor(
        PatientDescriptor patient,
        StudyDescriptor study,
        SeriesDescriptor series,
        String sopInstanceUid,
        String sopClassUid,
        String transferSyntaxUid,
        Optional<Integer> instanceNumber,
        Optional<Integer> rows,
        Optional<Integer> columns,
        Optional<Integer> bitsAllocated,
        int frames,
        boolean decodable,
        ObjectId object,
        long size) {
    /** Patient Module attributes; never logged. */
    public record PatientDescriptor(String patientId, String issuer, String name, String birthDate, String sex) {
        @Override
        public String toString() {
            return "PatientDescriptor[withheld]";
        }
    }

    /** General Study Module attributes. */
    public record StudyDescriptor(
            String studyInstanceUid,
            String studyId,
            String accessionNumber,
            String studyDate,
            String studyTime,
            String description,
            String referringPhysician) {
        @Override
        public String toString() {
            return "StudyDescriptor[" + studyInstanceUid + "]";
        }
    }

    /**
     * General Series Module attributes.
     *
     * @param performedDate Performed Procedure Step Start Date
     * @param performedTime Performed Procedure Step Start Time
     * @param requests items of the Request Attributes Sequence
     */
    public record SeriesDescriptor(
            String seriesInstanceUid,
            String modality,
            Optional<Integer> seriesNumber,
            String description,
            String bodyPart,
            String frameOfReferenceUid,
            String performedDate,
            String performedTime,
            List<RequestDescriptor> requests) {
        public SeriesDescriptor {
            requests = List.copyOf(requests);
        }
    }

    /** What the series was asked for by (PS3.3 section 10.6). */
    public record RequestDescriptor(String requestedProcedureId, String scheduledStepId) {}
}
