package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;

/**
 * Builds an Imaging Measurement Report (PS3.16 TID 1500) as Comprehensive SR: measurements of segments, linked to the segmentation
 * and the source series, and findings of the image as a whole.
 */
public final class MeasurementReportBuilder {
    private static final String CONTAINS = "CONTAINS";
    private static final String CONTEXT = "HAS OBS CONTEXT";
    private static final String MODIFIER = "HAS CONCEPT MOD";

    private final DerivedObject object;
    private final Algorithm algorithm;
    private final List<DataSet> source;
    private final Optional<DataSet> segmentation;

    /**
     * Prepares a report.
     *
     * @param source the instances that were looked at
     * @param segmentation that the groups' segments are in
     */
    public MeasurementReportBuilder(
            DerivedObject object, Algorithm algorithm, List<DataSet> source, Optional<DataSet> segmentation) {
        if (source.isEmpty()) {
            throw new IllegalArgumentException("A measurement report needs at least one source instance");
        }
        this.object = object;
        this.algorithm = algorithm;
        this.source = References.distinct(source);
        this.segmentation = segmentation;
    }

    public DataSet build(List<MeasurementGroup> groups) {
        List<DataSet> evidence = new ArrayList<>(source);
        segmentation.ifPresent(evidence::add);
        return Modules.start(source.getFirst(), object, Uid.ComprehensiveSRStorage, "SR")
                .putItems(Tag.ReferencedPerformedProcedureStepSequence, List.of())
                .put(Tag.CompletionFlag, "COMPLETE")
                .put(Tag.VerificationFlag, "UNVERIFIED")
                .putItems(Tag.PerformedProcedureCodeSequence, List.of())
                .putItems(Tag.CurrentRequestedProcedureEvidenceSequence, References.evidence(evidence))
                .put(Tag.ValueType, "CONTAINER")
                .putItems(Tag.ConceptNameCodeSequence, Codes.IMAGING_MEASUREMENT_REPORT.toItem())
                .put(Tag.ContinuityOfContent, "SEPARATE")
                .putItems(Tag.ContentTemplateSequence, ContentItem.template("1500"))
                .putItems(Tag.ContentSequence, content(groups))
                .build();
    }

    private List<DataSet> content(List<MeasurementGroup> groups) {
        List<DataSet> content = new ArrayList<>();
        content.add(ContentItem.code(MODIFIER, Codes.LANGUAGE, Codes.ENGLISH));
        content.addAll(observer());
        content.add(ContentItem.code(MODIFIER, Codes.PROCEDURE_REPORTED, Codes.IMAGING_PROCEDURE));
        List<DataSet> images = source.stream()
                .map(image -> ContentItem.image(Modules.reference(image).build()))
                .toList();
        content.add(ContentItem.container(
                Codes.IMAGE_LIBRARY, List.of(ContentItem.container(Codes.IMAGE_LIBRARY_GROUP, images))));
        content.add(ContentItem.container(
                Codes.IMAGING_MEASUREMENTS, groups.stream().map(this::group).toList()));
        return content;
    }

    private List<DataSet> observer() {
        DerivedObject.Equipment equipment = object.equipment();
        return List.of(
                ContentItem.code(CONTEXT, Codes.OBSERVER_TYPE, Codes.DEVICE),
                ContentItem.uid(CONTEXT, Codes.DEVICE_OBSERVER_UID, Uids.random()),
                ContentItem.text(CONTEXT, Codes.DEVICE_OBSERVER_NAME, algorithm.name()),
                ContentItem.text(CONTEXT, Codes.DEVICE_OBSERVER_MANUFACTURER, equipment.manufacturer()),
                ContentItem.text(CONTEXT, Codes.DEVICE_OBSERVER_MODEL, equipment.model()),
                ContentItem.text(CONTEXT, Codes.DEVICE_OBSERVER_SERIAL, equipment.serialNumber()));
    }

    private DataSet group(MeasurementGroup group) {
        List<DataSet> content = new ArrayList<>();
        content.add(ContentItem.text(CONTEXT, Codes.TRACKING_IDENTIFIER, group.trackingIdentifier()));
        content.add(ContentItem.uid(CONTEXT, Codes.TRACKING_UNIQUE_IDENTIFIER, group.trackingUid()));
        content.add(ContentItem.code(CONTAINS, Codes.FINDING, group.finding()));
        group.segment().ifPresent(segment -> {
            content.add(ContentItem.image(Codes.REFERENCED_SEGMENT, segmentReference(segment)));
            content.add(ContentItem.uid(
                    CONTAINS, Codes.SOURCE_SERIES, source.getFirst().string(Tag.SeriesInstanceUID, "")));
        });
        List<DataSet> algorithmItems = List.of(
                ContentItem.text(MODIFIER, Codes.ALGORITHM_NAME, algorithm.name()),
                ContentItem.text(MODIFIER, Codes.ALGORITHM_VERSION, algorithm.version()));
        group.measurements().forEach(measurement -> content.add(ContentItem.number(measurement, algorithmItems)));
        return ContentItem.container(Codes.MEASUREMENT_GROUP, group.segment().isPresent() ? "1411" : "1501", content);
    }

    private DataSet segmentReference(int segment) {
        DataSet referenced = segmentation.orElseThrow(() -> new IllegalArgumentException(
                "A group refers to segment %d, but the report has no segmentation".formatted(segment)));
        return Modules.reference(referenced)
                .putIntegers(Tag.ReferencedSegmentNumber, segment)
                .build();
    }
}
