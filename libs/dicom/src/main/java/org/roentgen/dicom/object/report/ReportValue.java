package org.roentgen.dicom.object.report;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.ImagePoint;
import org.roentgen.dicom.object.ImageReference;

/** The value of a content item, by its Value Type (PS3.3 C.17.3.2.1). */
public sealed interface ReportValue {
    /** CONTAINER: a heading. */
    record Container() implements ReportValue {}

    /** TEXT. */
    record Text(String text) implements ReportValue {}

    /** CODE. */
    record Coded(Code code) implements ReportValue {}

    /** NUM with a value. */
    record Numeric(double value, Code unit) implements ReportValue {}

    /** NUM without a value. */
    record NoNumber(Optional<Code> reason) implements ReportValue {}

    /** DATE, TIME or DATETIME as the document writes it. */
    record Moment(String text) implements ReportValue {}

    /** PNAME. */
    record Person(String name) implements ReportValue {}

    /** UIDREF. */
    record UniqueIdentifier(String uid) implements ReportValue {}

    /** IMAGE, with the segments of a segmentation where only some are meant. */
    record Image(ImageReference reference, List<Integer> segments) implements ReportValue {
        public Image {
            segments = List.copyOf(segments);
        }
    }

    /** COMPOSITE: another instance. */
    record Instance(ImageReference reference) implements ReportValue {}

    /** WAVEFORM: group and channel numbers by turns; none for all of them. */
    record Waveform(ImageReference reference, List<Integer> channels) implements ReportValue {
        public Waveform {
            channels = List.copyOf(channels);
        }
    }

    /** SCOORD: a shape on the image that is its child. */
    record Shape(String graphicType, List<ImagePoint> points) implements ReportValue {
        public Shape {
            points = List.copyOf(points);
        }
    }

    /** SCOORD3D: a shape in the patient, mm. */
    record SpatialShape(String graphicType, String frameOfReferenceUid, List<Vector3> points) implements ReportValue {
        public SpatialShape {
            points = List.copyOf(points);
        }
    }

    /** TCOORD: samples from 1, offsets in seconds, or dates and times, as text. */
    record Interval(String rangeType, List<String> places) implements ReportValue {
        public Interval {
            places = List.copyOf(places);
        }
    }

    /** A reference to another item of the document by the numbers on the way to it, from 1. */
    record ItemReference(List<Integer> path) implements ReportValue {
        public ItemReference {
            path = List.copyOf(path);
        }
    }

    /** A value type that is not known here. */
    record Other(String valueType) implements ReportValue {}
}
