package org.roentgen.dicom.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * Reads where frames lie: from the Image Plane module of single-frame images (PS3.3 C.7.6.2), from the functional groups of
 * enhanced multi-frame images (C.7.6.16), a frame's own groups coming before the shared ones, and from the first frame and the
 * spacing of reconstructed nuclear medicine images (C.8.4.15).
 */
public final class FrameGeometries {
    private FrameGeometries() {}

    /**
     * One plane for each frame.
     *
     * @throws GeometryException when an attribute is missing or has another number of values; names it
     */
    public static List<PlaneGeometry> of(DataSet image) {
        List<DataSet> perFrame = image.items(Tag.PerFrameFunctionalGroupsSequence);
        if (perFrame.isEmpty()) {
            return NuclearStack.isOne(image) ? NuclearStack.planes(image) : List.of(plane(image, image, image, image));
        }
        DataSet shared = image.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        List<PlaneGeometry> planes = new ArrayList<>();
        for (DataSet frame : perFrame) {
            planes.add(plane(
                    image,
                    group(frame, shared, Tag.PlanePositionSequence),
                    group(frame, shared, Tag.PlaneOrientationSequence),
                    group(frame, shared, Tag.PixelMeasuresSequence)));
        }
        return List.copyOf(planes);
    }

    /** Whether an image says where its (first) frame lies. */
    public static boolean isPlaced(DataSet image) {
        DataSet shared = image.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        DataSet frame = image.item(Tag.PerFrameFunctionalGroupsSequence).orElse(image);
        return Optional.of(image)
                .filter(plain -> plain.contains(Tag.ImagePositionPatient))
                .or(() -> frame.item(Tag.PlanePositionSequence))
                .or(() -> shared.item(Tag.PlanePositionSequence))
                .or(() -> Optional.of(image).filter(NuclearStack::isOne))
                .isPresent();
    }

    /** The item of a functional group that holds for a frame; empty when neither the frame nor the shared groups have it. */
    public static DataSet group(DataSet frame, DataSet shared, int sequence) {
        return frame.item(sequence).or(() -> shared.item(sequence)).orElse(DataSet.EMPTY);
    }

    static PlaneGeometry plane(DataSet image, DataSet position, DataSet orientation, DataSet measures) {
        double[] origin = values(position, Tag.ImagePositionPatient, "Image Position (Patient)", 3);
        double[] cosines = values(orientation, Tag.ImageOrientationPatient, "Image Orientation (Patient)", 6);
        double[] spacing = values(measures, Tag.PixelSpacing, "Pixel Spacing", 2);
        return new PlaneGeometry(
                new Vector3(origin[0], origin[1], origin[2]),
                new Vector3(cosines[0], cosines[1], cosines[2]),
                new Vector3(cosines[3], cosines[4], cosines[5]),
                spacing[0],
                spacing[1],
                image.integer(Tag.Rows, 0),
                image.integer(Tag.Columns, 0));
    }

    private static double[] values(DataSet dataSet, int tag, String name, int count) {
        double[] values = dataSet.decimals(tag);
        if (values.length != count) {
            throw new GeometryException("%s has %d values, %d are needed to place the image in the patient"
                    .formatted(name, values.length, count));
        }
        return values;
    }
}
