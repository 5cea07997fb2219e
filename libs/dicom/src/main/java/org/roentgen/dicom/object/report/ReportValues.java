package org.roentgen.dicom.object.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.Attributes;
import org.roentgen.dicom.object.ImagePoint;
import org.roentgen.dicom.object.ImageReference;
import org.roentgen.dicom.object.ObjectFormatException;

/** Reads the value of a content item. */
final class ReportValues {
    private ReportValues() {}

    static ReportValue read(DataSet item) {
        if (item.contains(Tag.ReferencedContentItemIdentifier)) {
            return new ReportValue.ItemReference(integers(item, Tag.ReferencedContentItemIdentifier));
        }
        String valueType = Attributes.string(item, Tag.ValueType);
        return switch (valueType) {
            case "CONTAINER" -> new ReportValue.Container();
            case "TEXT" -> new ReportValue.Text(item.string(Tag.TextValue, ""));
            case "CODE" ->
                new ReportValue.Coded(Attributes.code(item, Tag.ConceptCodeSequence)
                        .orElseThrow(() -> missing(valueType, "Concept Code Sequence")));
            case "NUM" -> number(item);
            case "DATE" -> new ReportValue.Moment(item.string(Tag.Date, ""));
            case "TIME" -> new ReportValue.Moment(item.string(Tag.Time, ""));
            case "DATETIME" -> new ReportValue.Moment(item.string(Tag.DateTime, ""));
            case "PNAME" -> new ReportValue.Person(item.string(Tag.PersonName, ""));
            case "UIDREF" -> new ReportValue.UniqueIdentifier(item.string(Tag.UID, ""));
            case "IMAGE" ->
                new ReportValue.Image(
                        reference(item),
                        integers(
                                Attributes.items(item, Tag.ReferencedSOPSequence)
                                        .getFirst(),
                                Tag.ReferencedSegmentNumber));
            case "COMPOSITE" -> new ReportValue.Instance(reference(item));
            case "WAVEFORM" ->
                new ReportValue.Waveform(
                        reference(item),
                        integers(
                                Attributes.items(item, Tag.ReferencedSOPSequence)
                                        .getFirst(),
                                Tag.ReferencedWaveformChannels));
            case "SCOORD" -> shape(item);
            case "SCOORD3D" -> spatialShape(item);
            case "TCOORD" -> interval(item);
            default -> new ReportValue.Other(valueType);
        };
    }

    private static ReportValue number(DataSet item) {
        Optional<DataSet> measured = item.item(Tag.MeasuredValueSequence);
        if (measured.isEmpty()) {
            return new ReportValue.NoNumber(Attributes.code(item, Tag.NumericValueQualifierCodeSequence));
        }
        return new ReportValue.Numeric(
                Attributes.decimal(measured.get(), Tag.NumericValue),
                Attributes.code(measured.get(), Tag.MeasurementUnitsCodeSequence)
                        .orElseThrow(() -> missing("NUM", "Measurement Units Code Sequence")));
    }

    private static ImageReference reference(DataSet item) {
        return ImageReference.of(
                        Attributes.items(item, Tag.ReferencedSOPSequence).getFirst())
                .orElseThrow(() -> missing(item.string(Tag.ValueType, ""), "Referenced SOP Instance UID"));
    }

    private static ReportValue shape(DataSet item) {
        double[] data = coordinates(item, 2);
        List<ImagePoint> points = new ArrayList<>();
        for (int index = 0; index < data.length; index += 2) {
            points.add(new ImagePoint(data[index], data[index + 1]));
        }
        return new ReportValue.Shape(Attributes.string(item, Tag.GraphicType), points);
    }

    private static ReportValue spatialShape(DataSet item) {
        double[] data = coordinates(item, 3);
        List<Vector3> points = new ArrayList<>();
        for (int index = 0; index < data.length; index += 3) {
            points.add(new Vector3(data[index], data[index + 1], data[index + 2]));
        }
        return new ReportValue.SpatialShape(
                Attributes.string(item, Tag.GraphicType), item.string(Tag.ReferencedFrameOfReferenceUID, ""), points);
    }

    private static double[] coordinates(DataSet item, int dimensions) {
        double[] data = Attributes.decimals(item, Tag.GraphicData);
        if (data.length % dimensions != 0) {
            throw new ObjectFormatException(
                    "Graphic Data has %d numbers: each point has %d".formatted(data.length, dimensions));
        }
        return data;
    }

    private static ReportValue interval(DataSet item) {
        List<String> places = new ArrayList<>(item.strings(Tag.ReferencedSamplePositions));
        places.addAll(item.strings(Tag.ReferencedTimeOffsets));
        places.addAll(item.strings(Tag.ReferencedDateTime));
        return new ReportValue.Interval(Attributes.string(item, Tag.TemporalRangeType), places);
    }

    private static List<Integer> integers(DataSet item, int tag) {
        return Arrays.stream(item.integers(tag)).boxed().toList();
    }

    private static ObjectFormatException missing(String valueType, String attribute) {
        return new ObjectFormatException("A content item of type %s has no usable %s".formatted(valueType, attribute));
    }
}
