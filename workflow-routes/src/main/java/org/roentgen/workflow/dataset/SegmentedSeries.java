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
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.object.ObjectFormatException;
import org.roentgen.dicom.object.Segmentation;
import org.roentgen.dicom.object.SegmentationReader;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;

/**
 * Finds series with a Segmentation that a person stands for: one that was received, or one of the platform's own that a reader
 * has accepted. Of several the newest counts.
 */
@ApplicationScoped
class SegmentedSeries {
    /** A series and its segmentation. */
    record Segmented(UUID series, String seriesInstanceUid, Segmentation segmentation) {}

    private record Candidate(UUID series, UUID study, String uid, String modality, String description) {}

    private final Sql sql;
    private final ObjectStore objects;

    SegmentedSeries(Sql sql, @Identified ObjectStore objects) {
        this.sql = sql;
        this.objects = objects;
    }

    /** The chosen series; those that are named but cannot be used become problems. */
    List<Segmented> choose(SeriesSelection selection, List<Problem> problems) throws IOException {
        if (selection.isEmpty()) {
            throw new RoentgenException(
                    ErrorCode.INVALID_DATASET,
                    "No series are chosen: give seriesInstanceUids, or modality and seriesDescription");
        }
        Pattern description = expression(selection.seriesDescription());
        List<Segmented> chosen = new ArrayList<>();
        Set<String> missing = new HashSet<>(selection.seriesInstanceUids());
        for (Candidate candidate : candidates()) {
            boolean named = missing.remove(candidate.uid());
            boolean matches = selection.seriesInstanceUids().isEmpty()
                    && selection.modality().map(candidate.modality()::equals).orElse(true)
                    && description.matcher(candidate.description()).find();
            if (named || matches) {
                Optional<Segmentation> segmentation = segmentation(candidate, problems);
                segmentation.ifPresent(found -> chosen.add(new Segmented(candidate.series(), candidate.uid(), found)));
                if (segmentation.isEmpty() && named) {
                    problems.add(Problem.error(
                            candidate.uid(),
                            "the archive has no received or accepted segmentation of this series",
                            "send or accept one, or leave the series out"));
                }
            }
        }
        missing.forEach(
                uid -> problems.add(Problem.error(uid, "the archive has no such series", "send it or leave it out")));
        return chosen;
    }

    private static Pattern expression(Optional<String> text) {
        try {
            return Pattern.compile(text.orElse(""), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new RoentgenException(
                    ErrorCode.INVALID_DATASET,
                    "seriesDescription is not a regular expression: " + e.getDescription(),
                    e);
        }
    }

    private List<Candidate> candidates() {
        return sql.list(
                """
                select id, study_id, series_instance_uid, modality, description from series
                where modality not in ('SEG', 'SR', 'PR', 'KO') order by series_instance_uid
                """,
                row -> new Candidate(
                        row.uuid("id"),
                        row.uuid("study_id"),
                        row.text("series_instance_uid"),
                        row.text("modality"),
                        row.text("description")));
    }

    private Optional<Segmentation> segmentation(Candidate candidate, List<Problem> problems) throws IOException {
        List<ObjectId> segmentations = sql.list("""
                select instance.object_id from instance join series on series.id = instance.series_id
                where series.study_id = ? and series.modality = 'SEG'
                  and (instance.origin = 'RECEIVED' or exists (select 1 from inference_result result
                    join review on review.run_id = result.run_id
                    where result.seg_instance_uid = instance.sop_instance_uid and review.state = 'ACCEPTED'))
                order by instance.received_at desc
                """, row -> new ObjectId(row.text("object_id")), candidate.study());
        for (ObjectId object : segmentations) {
            DicomFile file = DicomFile.read(objects.file(object));
            boolean refers = file.dataSet().items(Tag.ReferencedSeriesSequence).stream()
                    .anyMatch(item -> item.string(Tag.SeriesInstanceUID, "").equals(candidate.uid()));
            if (refers) {
                return read(file, candidate, problems);
            }
        }
        return Optional.empty();
    }

    private static Optional<Segmentation> read(DicomFile file, Candidate candidate, List<Problem> problems) {
        try {
            return Optional.of(SegmentationReader.read(file));
        } catch (ObjectFormatException | GeometryException e) {
            problems.add(Problem.error(
                    candidate.uid(),
                    "its segmentation cannot be read: " + e.getMessage(),
                    "send another segmentation or leave the series out"));
            return Optional.empty();
        }
    }
}
