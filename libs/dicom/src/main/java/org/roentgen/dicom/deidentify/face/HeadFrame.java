package org.roentgen.dicom.deidentify.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.PlaneGeometry;

/**
 * A frame of a head and where it lies.
 *
 * @param source which image of the series it is a frame of
 * @param number of the frame, from 0
 * @param instance SOP Instance UID of its image
 * @param coordinates of its plane
 * @param showsTissue false for phases and parts of complex values, in which air is as bright as tissue
 */
record HeadFrame(
        int source,
        int number,
        String instance,
        Coordinates coordinates,
        PlaneGeometry plane,
        boolean isComputedTomography,
        boolean showsTissue) {
    private static final Set<String> COMPLEX =
            Set.of("P", "PHASE", "PHASE MAP", "R", "REAL", "I", "IMAGINARY", "VELOCITY", "VELOCITY MAP");
    /** The first two values of Image Type and Frame Type say nothing of this. */
    private static final int COMMON_TYPES = 2;

    /**
     * The frames of an image.
     *
     * @throws RefusedException if it has another number of positions than of frames
     * @throws org.roentgen.dicom.geometry.GeometryException if it does not say where its frames lie
     */
    static List<HeadFrame> of(DataSet image, int source) throws RefusedException {
        List<PlaneGeometry> planes = FrameGeometries.of(image);
        int frames = Math.max(1, image.integer(Tag.NumberOfFrames, 1));
        if (planes.size() != frames) {
            throw new RefusedException("%d frames have %d positions".formatted(frames, planes.size()));
        }
        List<DataSet> groups = image.items(Tag.PerFrameFunctionalGroupsSequence);
        DataSet shared = image.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        Coordinates coordinates = Coordinates.of(image);
        List<HeadFrame> found = new ArrayList<>();
        for (int number = 0; number < frames; number++) {
            DataSet group = groups.isEmpty() ? DataSet.EMPTY : groups.get(number);
            found.add(new HeadFrame(
                    source,
                    number,
                    image.string(Tag.SOPInstanceUID, ""),
                    coordinates,
                    planes.get(number),
                    HeadImages.isComputedTomography(image),
                    showsTissue(image, FrameGeometries.group(group, shared, Tag.MRImageFrameTypeSequence))));
        }
        return found;
    }

    private static boolean showsTissue(DataSet image, DataSet type) {
        String component =
                type.string(Tag.ComplexImageComponent).orElseGet(() -> image.string(Tag.ComplexImageComponent, ""));
        Stream<String> types = (type.contains(Tag.FrameType)
                        ? type.strings(Tag.FrameType)
                        : image.strings(Tag.ImageType))
                .stream().skip(COMMON_TYPES);
        return !COMPLEX.contains(component) && types.noneMatch(COMPLEX::contains);
    }
}
