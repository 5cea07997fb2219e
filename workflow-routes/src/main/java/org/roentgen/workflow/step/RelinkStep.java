package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.object.Algorithm;
import org.roentgen.dicom.object.DerivedObject;
import org.roentgen.dicom.object.MeasurementReportBuilder;
import org.roentgen.dicom.object.SegmentationBuilder;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InferenceResult;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.StepExecutor;
import org.roentgen.workflow.pipeline.StepOutcome;
import org.roentgen.workflow.series.SeriesInstances;

/**
 * Turns a worker's result into objects of the patient's study: a Segmentation of the label map and an Imaging Measurement Report
 * of the findings, both against the original instances. Executed again over the same result, it finds what it made.
 */
@ApplicationScoped
public class RelinkStep implements StepExecutor {
    private static final int SEGMENTATION_SERIES = 9_001;
    private static final int REPORT_SERIES = 9_002;
    private final Sql sql;
    private final StepOutputs outputs;
    private final SeriesInstances series;
    private final LabelMaps labelMaps;
    private final ResultArchive results;

    RelinkStep(Sql sql, StepOutputs outputs, SeriesInstances series, LabelMaps labelMaps, ResultArchive results) {
        this.sql = sql;
        this.outputs = outputs;
        this.series = series;
        this.labelMaps = labelMaps;
        this.results = results;
    }

    @Override
    public StepKind kind() {
        return StepKind.RELINK;
    }

    @Override
    public StepOutcome execute(ClaimedStep step) {
        UUID run = step.run().runId();
        InferenceResult result = outputs.read(run, StepKind.INFER, InferenceResult.class);
        ResultUids uids = ResultUids.of(run, outputs.text(run, StepKind.INFER));
        if (!results.isArchived(run, uids)) {
            archive(step, result, uids);
        }
        return new StepOutcome.Completed(Map.of("sr", uids.report()));
    }

    private void archive(ClaimedStep step, InferenceResult result, ResultUids uids) {
        List<DataSet> originals = series.headers(series.of(step.run().seriesId()));
        Algorithm algorithm = algorithm(result);
        List<Segments.Segment> segments = Segments.of(result);
        Optional<DataSet> segmentation = segmentation(result, uids, originals, algorithm, segments);
        DataSet report = new MeasurementReportBuilder(
                        object(uids.report(), uids.reportSeries(), REPORT_SERIES, "AI findings", algorithm),
                        algorithm,
                        originals,
                        segmentation)
                .build(Segments.groups(result, segments, segmentation.isPresent()));
        List<DataSet> objects = new ArrayList<>(segmentation.stream().toList());
        objects.add(report);
        try {
            results.archive(step.run().runId(), result, uids, objects);
        } catch (IOException e) {
            throw new RoentgenException(
                    ErrorCode.OUT_OF_DISK, "The result could not be written to the object store; free space", e);
        }
    }

    /** Absent where the model makes none, or found nothing. */
    private Optional<DataSet> segmentation(
            InferenceResult result,
            ResultUids uids,
            List<DataSet> originals,
            Algorithm algorithm,
            List<Segments.Segment> segments) {
        if (result.labelMap().isEmpty()) {
            return Optional.empty();
        }
        SegmentationBuilder builder = new SegmentationBuilder(
                object(
                        uids.segmentation(),
                        uids.segmentationSeries(),
                        SEGMENTATION_SERIES,
                        "AI segmentation",
                        algorithm),
                algorithm,
                segments.stream().map(Segments.Segment::description).toList(),
                originals);
        byte[] labels = labelMaps.onOriginals(result.labelMap().get(), builder.slices(), segments);
        for (byte label : labels) {
            if (label != 0) {
                return Optional.of(builder.build(labels));
            }
        }
        return Optional.empty();
    }

    private static DerivedObject object(
            String instanceUid, String seriesUid, int number, String description, Algorithm algorithm) {
        return new DerivedObject(
                instanceUid,
                seriesUid,
                number,
                1,
                description,
                LocalDateTime.now(ZoneId.systemDefault()),
                new DerivedObject.Equipment("Roentgen", algorithm.name(), "1", algorithm.version()));
    }

    private Algorithm algorithm(InferenceResult result) {
        return sql.first(
                        """
                        select model.name, version.version from model_version version
                        join model on model.id = version.model_id where version.id = ?
                        """,
                        row -> new Algorithm(row.text("name"), Integer.toString(row.integer("version"))),
                        result.modelVersion().value())
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INTERNAL_ERROR,
                        "The result names model version " + result.modelVersion() + ", which is not registered"));
    }
}
