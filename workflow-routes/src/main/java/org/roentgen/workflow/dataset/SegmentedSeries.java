package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.object.ObjectFormatException;
import org.roentgen.dicom.object.SegmentationReader;
import org.roentgen.dicom.object.StructureSetReader;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.dataset.SeriesSelection.Review;
import org.roentgen.workflow.series.SeriesInstances;
import org.roentgen.workflow.series.StoredInstance;

/**
 * Finds series with a Segmentation or an RT Structure Set that a person stands for: one that was received, or a Segmentation of the
 * platform's own that a reader has accepted. Of several the newest counts.
 */
@ApplicationScoped
class SegmentedSeries {
    /** A series and what was drawn on it. */
    record Segmented(UUID series, String seriesInstanceUid, SeriesLabels labels) {}

    private record Candidate(
            UUID series, UUID study, String uid, String modality, String description, String bodyPart) {}

    private final Sql sql;
    private final ObjectStore objects;
    private final SeriesInstances instances;

    SegmentedSeries(Sql sql, @Identified ObjectStore objects, SeriesInstances instances) {
        this.sql = sql;
        this.objects = objects;
        this.instances = instances;
    }

    /** The chosen series; those that are named but cannot be used become problems. */
    List<Segmented> choose(SeriesSelection selection, List<Problem> problems) throws IOException {
        if (selection.isEmpty()) {
            throw new RoentgenException(
                    ErrorCode.INVALID_DATASET,
                    "No series are chosen: give seriesInstanceUids, or some of modality, seriesDescription, bodyPart,"
                            + " device, label and review");
        }
        Pattern description = expression("seriesDescription", selection.seriesDescription());
        Pattern device = expression("device", selection.device());
        List<Segmented> chosen = new ArrayList<>();
        Set<String> missing = new HashSet<>(selection.seriesInstanceUids());
        for (Candidate candidate : candidates()) {
            boolean named = missing.remove(candidate.uid());
            if (!named && !(fits(candidate, selection, description) && hasDevice(candidate, device))) {
                continue;
            }
            Optional<SeriesLabels> labels = labels(candidate, selection.review(), problems);
            labels.filter(found -> named || hasLabel(found, selection.label()))
                    .ifPresent(found -> chosen.add(new Segmented(candidate.series(), candidate.uid(), found)));
            if (labels.isEmpty() && named) {
                problems.add(Problem.error(
                        candidate.uid(),
                        "the archive has no received or accepted segmentation or structure set of this series",
                        "send or accept one, or leave the series out"));
            }
        }
        missing.forEach(
                uid -> problems.add(Problem.error(uid, "the archive has no such series", "send it or leave it out")));
        return chosen;
    }

    private static boolean fits(Candidate candidate, SeriesSelection selection, Pattern description) {
        return selection.seriesInstanceUids().isEmpty()
                && selection.modality().map(candidate.modality()::equals).orElse(true)
                && selection
                        .bodyPart()
                        .map(candidate.bodyPart()::equalsIgnoreCase)
                        .orElse(true)
                && description.matcher(candidate.description()).find();
    }

    private static boolean hasLabel(SeriesLabels labels, Optional<String> wanted) {
        return wanted.isEmpty() || labels.names().keySet().stream().anyMatch(wanted.get()::equalsIgnoreCase);
    }

    /** Manufacturer and model are read from the first instance only where somebody asks for them. */
    private boolean hasDevice(Candidate candidate, Pattern device) {
        if (device.pattern().isEmpty()) {
            return true;
        }
        List<StoredInstance> first =
                instances.of(candidate.series()).stream().limit(1).toList();
        return instances.headers(first).stream()
                .map(header -> CaseAttributes.of(header).getOrDefault(CaseAttribute.DEVICE, ""))
                .anyMatch(name -> device.matcher(name).find());
    }

    private static Pattern expression(String name, Optional<String> text) {
        try {
            return Pattern.compile(text.orElse(""), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new RoentgenException(
                    ErrorCode.INVALID_DATASET, name + " is not a regular expression: " + e.getDescription(), e);
        }
    }

    private List<Candidate> candidates() {
        return sql.list(
                """
                select id, study_id, series_instance_uid, modality, description, body_part from series
                where modality not in ('SEG', 'RTSTRUCT', 'RTPLAN', 'RTDOSE', 'REG', 'SR', 'PR', 'KO')
                order by series_instance_uid
                """,
                row -> new Candidate(
                        row.uuid("id"),
                        row.uuid("study_id"),
                        row.text("series_instance_uid"),
                        row.text("modality"),
                        row.text("description"),
                        row.text("body_part")));
    }

    private Optional<SeriesLabels> labels(Candidate candidate, Optional<Review> review, List<Problem> problems)
            throws IOException {
        String wanted = review.map(Review::name).orElse("");
        List<ObjectId> drawn =
                sql.list("""
                select instance.object_id from instance join series on series.id = instance.series_id
                where series.study_id = ? and series.modality in ('SEG', 'RTSTRUCT')
                  and ((instance.origin = 'RECEIVED' and ? in ('', 'RECEIVED'))
                    or (? in ('', 'ACCEPTED') and exists (select 1 from inference_result result
                      join review on review.run_id = result.run_id
                      where result.seg_instance_uid = instance.sop_instance_uid and review.state = 'ACCEPTED')))
                order by instance.received_at desc
                """, row -> new ObjectId(row.text("object_id")), candidate.study(), wanted, wanted);
        for (ObjectId object : drawn) {
            DicomFile file = DicomFile.read(objects.file(object));
            if (referencedSeries(file.dataSet()).anyMatch(candidate.uid()::equals)) {
                return read(file, candidate, problems);
            }
        }
        return Optional.empty();
    }

    /** Series that a Segmentation (PS3.3 C.12.1.1.1) or a structure set (C.8.8.5) names. */
    private static Stream<String> referencedSeries(DataSet object) {
        return Stream.concat(
                        object.items(Tag.ReferencedSeriesSequence).stream(),
                        object.items(Tag.ReferencedFrameOfReferenceSequence).stream()
                                .flatMap(frame -> frame.items(Tag.RTReferencedStudySequence).stream())
                                .flatMap(study -> study.items(Tag.RTReferencedSeriesSequence).stream()))
                .map(item -> item.string(Tag.SeriesInstanceUID, ""));
    }

    private static Optional<SeriesLabels> read(DicomFile file, Candidate candidate, List<Problem> problems) {
        try {
            boolean contours = file.dataSet().string(Tag.SOPClassUID, "").equals(Uid.RTStructureSetStorage);
            return Optional.of(
                    contours
                            ? new SeriesLabels.OfStructureSet(StructureSetReader.read(file.dataSet()))
                            : new SeriesLabels.OfSegmentation(SegmentationReader.read(file)));
        } catch (ObjectFormatException | GeometryException e) {
            problems.add(Problem.error(
                    candidate.uid(),
                    "its segmentation cannot be read: " + e.getMessage(),
                    "send another segmentation or leave the series out"));
            return Optional.empty();
        }
    }
}
