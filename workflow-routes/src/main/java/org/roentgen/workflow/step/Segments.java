package org.roentgen.workflow.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.Measurement;
import org.roentgen.dicom.object.MeasurementGroup;
import org.roentgen.dicom.object.SegmentDescription;
import org.roentgen.domain.dataset.CodedConcept;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.inference.InferenceResult;

/** Labels and findings of a result in the terms of DICOM. */
final class Segments {
    private static final String OWN_SCHEME = "99ROENTGEN";
    private static final int LONGEST_TEXT = 64;
    private static final int LONGEST_CODE = 16;

    private Segments() {}

    /**
     * A segment of the Segmentation.
     *
     * @param label its value in the worker's label map
     */
    record Segment(int label, SegmentDescription description) {}

    /** The labels in order of their values, numbered from 1; empty without a label map. */
    static List<Segment> of(InferenceResult result) {
        List<LabelDefinition> labels = result.labelMap()
                .map(map -> map.labels().stream()
                        .filter(label -> label.value() > 0)
                        .sorted(Comparator.comparingInt(LabelDefinition::value))
                        .toList())
                .orElse(List.of());
        List<Segment> segments = new ArrayList<>();
        for (LabelDefinition label : labels) {
            int number = segments.size() + 1;
            segments.add(new Segment(
                    label.value(),
                    new SegmentDescription(
                            number,
                            text(label.name()),
                            SegmentDescription.BODY_STRUCTURE,
                            code(label.code(), label.name()),
                            Optional.empty())));
        }
        return segments;
    }

    /** One group for each finding, linked to its segment where there is one. */
    static List<MeasurementGroup> groups(InferenceResult result, List<Segment> segments, boolean hasSegmentation) {
        List<MeasurementGroup> groups = new ArrayList<>();
        for (Finding finding : result.findings()) {
            Measurement measurement = finding.quantity().equals("volume")
                    ? Measurement.volumeMl(finding.value())
                    : Measurement.probability(finding.value());
            Optional<SegmentDescription> segment = segments.stream()
                    .map(Segment::description)
                    .filter(description ->
                            hasSegmentation && description.label().equals(text(finding.label())))
                    .findFirst();
            groups.add(
                    segment.isPresent()
                            ? MeasurementGroup.ofSegment(segment.get(), measurement)
                            : MeasurementGroup.ofFinding(
                                    text(finding.label()), code(finding.code(), finding.label()), measurement));
        }
        return groups;
    }

    private static Code code(Optional<CodedConcept> concept, String name) {
        return concept.map(code -> new Code(code.value(), code.scheme(), text(code.meaning())))
                .orElseGet(() -> new Code(
                        name.strip()
                                .substring(
                                        0, Math.min(LONGEST_CODE, name.strip().length())),
                        OWN_SCHEME,
                        text(name)));
    }

    private static String text(String name) {
        return name.length() > LONGEST_TEXT ? name.substring(0, LONGEST_TEXT) : name;
    }
}
