package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Reads the measurement groups of an Imaging Measurement Report (PS3.16 TID 1500). */
public final class MeasurementReportReader {
    private MeasurementReportReader() {}

    /**
     * All measurement groups in document order; a measurement without concept, value or unit is left out.
     *
     * @throws ObjectFormatException when the document's title is another one
     */
    public static List<MeasurementGroup> read(DataSet report) {
        Code title = Attributes.code(report, Tag.ConceptNameCodeSequence)
                .orElseThrow(() -> new ObjectFormatException("The document has no coded title"));
        if (!title.sameAs(Codes.IMAGING_MEASUREMENT_REPORT)) {
            throw new ObjectFormatException(
                    "The document is '%s', not an Imaging Measurement Report (126000, DCM)".formatted(title.meaning()));
        }
        return children(report, Codes.IMAGING_MEASUREMENTS).stream()
                .flatMap(measurements -> children(measurements, Codes.MEASUREMENT_GROUP).stream())
                .map(MeasurementReportReader::group)
                .toList();
    }

    private static MeasurementGroup group(DataSet group) {
        List<Measurement> measurements = new ArrayList<>();
        for (DataSet item : group.items(Tag.ContentSequence)) {
            if (item.string(Tag.ValueType, "").equals("NUM")) {
                measurement(item).ifPresent(measurements::add);
            }
        }
        Optional<Integer> segment = child(group, Codes.REFERENCED_SEGMENT)
                .flatMap(item -> item.item(Tag.ReferencedSOPSequence))
                .map(reference -> reference.integer(Tag.ReferencedSegmentNumber, 0))
                .filter(number -> number > 0);
        return new MeasurementGroup(
                child(group, Codes.TRACKING_IDENTIFIER)
                        .flatMap(item -> item.string(Tag.TextValue))
                        .orElse(""),
                child(group, Codes.TRACKING_UNIQUE_IDENTIFIER)
                        .flatMap(item -> item.string(Tag.UID))
                        .orElse(""),
                child(group, Codes.FINDING)
                        .flatMap(item -> Attributes.code(item, Tag.ConceptCodeSequence))
                        .orElse(Codes.FINDING),
                segment,
                measurements);
    }

    private static Optional<Measurement> measurement(DataSet item) {
        Optional<DataSet> value = item.item(Tag.MeasuredValueSequence);
        Optional<Code> concept = Attributes.code(item, Tag.ConceptNameCodeSequence);
        Optional<Code> unit = value.flatMap(measured -> Attributes.code(measured, Tag.MeasurementUnitsCodeSequence));
        if (value.isEmpty() || concept.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        return value.get().decimal(Tag.NumericValue).stream()
                .filter(Double::isFinite)
                .mapToObj(number -> new Measurement(concept.get(), number, unit.get()))
                .findFirst();
    }

    private static Optional<DataSet> child(DataSet parent, Code concept) {
        return children(parent, concept).stream().findFirst();
    }

    private static List<DataSet> children(DataSet parent, Code concept) {
        return parent.items(Tag.ContentSequence).stream()
                .filter(item -> Attributes.code(item, Tag.ConceptNameCodeSequence)
                        .filter(concept::sameAs)
                        .isPresent())
                .toList();
    }
}
