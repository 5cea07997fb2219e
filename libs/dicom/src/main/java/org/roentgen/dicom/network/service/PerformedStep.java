package org.roentgen.dicom.network.service;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;

/**
 * A procedure step that a modality performs, as it is reported to the information system (PS3.4 table F.7.2-1). Attributes
 * that must be there but are not known go out empty.
 *
 * @param sopInstanceUid of the report, made by this side
 * @param stepId Performed Procedure Step ID
 * @param stationAeTitle of the modality
 * @param start local time
 * @param scheduled the worklist's answer that the step follows; for an unscheduled step at least a Study Instance UID
 */
public record PerformedStep(
        String sopInstanceUid,
        String stepId,
        String stationAeTitle,
        String modality,
        LocalDateTime start,
        DataSet scheduled) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final Set<Integer> PATIENT =
            Set.of(Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex);
    private static final Set<Integer> REQUEST = Set.of(
            Tag.StudyInstanceUID, Tag.AccessionNumber, Tag.RequestedProcedureID, Tag.RequestedProcedureDescription);
    private static final Set<Integer> STEP =
            Set.of(Tag.ScheduledProcedureStepID, Tag.ScheduledProcedureStepDescription);
    private static final Set<Integer> PERFORMED = Set.of(
            Tag.PerformedStationName,
            Tag.PerformedLocation,
            Tag.PerformedProcedureStepDescription,
            Tag.PerformedProcedureTypeDescription,
            Tag.PerformedProcedureStepEndDate,
            Tag.PerformedProcedureStepEndTime,
            Tag.StudyID);

    /** How a step ends. */
    public enum Ending {
        COMPLETED,
        DISCONTINUED
    }

    /** A series that the step made; its protocol must have a name. */
    public record Series(
            String seriesInstanceUid,
            String protocolName,
            String description,
            String retrieveAeTitle,
            List<SopReference> images) {
        public Series {
            images = List.copyOf(images);
        }

        private DataSet toItem() {
            return DataSet.builder()
                    .put(Tag.RetrieveAETitle, retrieveAeTitle)
                    .put(Tag.SeriesDescription, description)
                    .put(Tag.PerformingPhysicianName)
                    .put(Tag.OperatorsName)
                    .putItems(
                            Tag.ReferencedImageSequence,
                            images.stream().map(image -> image.toItem().build()).toList())
                    .put(Tag.ProtocolName, protocolName)
                    .put(Tag.SeriesInstanceUID, seriesInstanceUid)
                    .putItems(Tag.ReferencedNonImageCompositeSOPInstanceSequence)
                    .build();
        }
    }

    public PerformedStep {
        if (scheduled.string(Tag.StudyInstanceUID, "").isEmpty()) {
            throw new IllegalArgumentException(
                    "Study Instance UID (0020,000D) is missing: a step belongs to a study (PS3.4 F.7.2.1.2)");
        }
    }

    /** What N-CREATE says: the step is in progress. */
    DataSet inProgress() {
        DataSet.Builder report = only(scheduled, with(PATIENT, Tag.SpecificCharacterSet)).toBuilder();
        fill(report, PATIENT);
        fill(report, PERFORMED);
        return report.putItems(Tag.ReferencedPatientSequence)
                .putItems(Tag.ScheduledStepAttributesSequence, scheduledStep())
                .put(Tag.PerformedProcedureStepID, stepId)
                .put(Tag.PerformedStationAETitle, stationAeTitle)
                .put(Tag.PerformedProcedureStepStartDate, DATE.format(start))
                .put(Tag.PerformedProcedureStepStartTime, TIME.format(start))
                .put(Tag.PerformedProcedureStepStatus, "IN PROGRESS")
                .put(Tag.Modality, modality)
                .putItems(Tag.ProcedureCodeSequence)
                .putItems(Tag.PerformedProtocolCodeSequence)
                .putItems(Tag.PerformedSeriesSequence)
                .build();
    }

    /** What the last N-SET says. */
    static DataSet ended(Ending ending, LocalDateTime end, List<Series> series) {
        return DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                .put(Tag.PerformedProcedureStepEndDate, DATE.format(end))
                .put(Tag.PerformedProcedureStepEndTime, TIME.format(end))
                .put(Tag.PerformedProcedureStepStatus, ending.name())
                .putItems(
                        Tag.PerformedSeriesSequence,
                        series.stream().map(Series::toItem).toList())
                .build();
    }

    private DataSet scheduledStep() {
        DataSet step = scheduled.item(Tag.ScheduledProcedureStepSequence).orElse(DataSet.EMPTY);
        DataSet.Builder item = only(scheduled, with(REQUEST, Tag.ReferencedStudySequence)).toBuilder();
        item.putAll(only(step, with(STEP, Tag.ScheduledProtocolCodeSequence)));
        fill(item, REQUEST);
        fill(item, STEP);
        for (int sequence : List.of(Tag.ReferencedStudySequence, Tag.ScheduledProtocolCodeSequence)) {
            if (!item.contains(sequence)) {
                item.putItems(sequence);
            }
        }
        return item.build();
    }

    private static void fill(DataSet.Builder builder, Set<Integer> texts) {
        texts.stream().filter(tag -> !builder.contains(tag)).forEach(builder::put);
    }

    private static Set<Integer> with(Set<Integer> tags, int another) {
        Set<Integer> all = new HashSet<>(tags);
        all.add(another);
        return all;
    }

    private static DataSet only(DataSet source, Set<Integer> tags) {
        DataSet.Builder builder = source.toBuilder();
        for (Element element : source) {
            if (!tags.contains(element.tag())) {
                builder.remove(element.tag());
            }
        }
        return builder.build();
    }
}
