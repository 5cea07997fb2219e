package org.roentgen.dicom.object;

import java.util.List;
import java.util.Optional;

/**
 * What was measured about one thing (TID 1411 with a segment, TID 1501 without).
 *
 * @param trackingIdentifier for people, such as the segment's label
 * @param finding what the thing is
 * @param segment number in the segmentation that the report refers to; absent for a finding of the whole image
 */
public record MeasurementGroup(
        String trackingIdentifier,
        String trackingUid,
        Code finding,
        Optional<Integer> segment,
        List<Measurement> measurements) {
    public MeasurementGroup {
        measurements = List.copyOf(measurements);
    }

    /** The measurements of a segment. */
    public static MeasurementGroup ofSegment(SegmentDescription segment, Measurement... measurements) {
        return new MeasurementGroup(
                segment.label(), Uids.random(), segment.type(), Optional.of(segment.number()), List.of(measurements));
    }

    /** The measurements of a finding that has no segment. */
    public static MeasurementGroup ofFinding(String label, Code finding, Measurement... measurements) {
        return new MeasurementGroup(label, Uids.random(), finding, Optional.empty(), List.of(measurements));
    }
}
