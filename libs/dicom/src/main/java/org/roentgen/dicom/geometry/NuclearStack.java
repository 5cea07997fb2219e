package org.roentgen.dicom.geometry;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * The slices of a reconstructed nuclear medicine image: the detector's item places the first frame, the others follow along its
 * normal, against it where the spacing is negative (PS3.3 C.8.4.11, C.8.4.15).
 */
final class NuclearStack {
    private NuclearStack() {}

    /** Whether frames are numbered by slices, and the first of them is placed. */
    static boolean isOne(DataSet image) {
        return image.contains(Tag.SliceVector)
                && image.item(Tag.DetectorInformationSequence)
                        .filter(detector -> detector.contains(Tag.ImagePositionPatient))
                        .isPresent();
    }

    /** @throws GeometryException when the first frame or the spacing is not given, or there is no slice number for each frame */
    static List<PlaneGeometry> planes(DataSet image) {
        DataSet detector = image.item(Tag.DetectorInformationSequence).orElse(DataSet.EMPTY);
        PlaneGeometry first = FrameGeometries.plane(image, detector, detector, image);
        int[] slices = image.integers(Tag.SliceVector);
        int frames = Math.max(1, image.integer(Tag.NumberOfFrames, 1));
        if (slices.length != frames) {
            throw new GeometryException(
                    "Slice Vector has %d values, one is needed for each of %d frames".formatted(slices.length, frames));
        }
        double spacing = image.decimal(Tag.SpacingBetweenSlices)
                .orElseThrow(() -> new GeometryException(
                        "Spacing Between Slices is not given: it is needed to place the frames behind the first"));
        List<PlaneGeometry> planes = new ArrayList<>();
        for (int slice : slices) {
            planes.add(new PlaneGeometry(
                    first.position().plus(first.normal().times((slice - slices[0]) * spacing)),
                    first.rowDirection(),
                    first.columnDirection(),
                    first.rowSpacing(),
                    first.columnSpacing(),
                    first.rows(),
                    first.columns()));
        }
        return List.copyOf(planes);
    }
}
