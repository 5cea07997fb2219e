package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.PlaneGeometry;

/**
 * Reads uncompressed Segmentations: binary, fractional (a pixel belongs to the segment from half of the maximum on) and label maps
 * of 8 bits.
 */
public final class SegmentationReader {
    private SegmentationReader() {}

    /**
     * The segments and frames of a segmentation.
     *
     * @throws ObjectFormatException when it is no segmentation, or its frames, bits or bytes do not fit together
     */
    public static Segmentation read(DataSet segmentation) {
        String type = segmentation.string(Tag.SegmentationType, "missing");
        int maximum = segmentation.integer(Tag.MaximumFractionalValue, 255);
        Kind kind =
                switch (type) {
                    case "BINARY" -> Kind.BINARY;
                    case "FRACTIONAL" -> Kind.FRACTIONAL;
                    case "LABELMAP" -> Kind.LABELMAP;
                    default ->
                        throw new ObjectFormatException(
                                "Segmentation Type is %s: BINARY, FRACTIONAL and LABELMAP are read".formatted(type));
                };
        int allocated = segmentation.integer(Tag.BitsAllocated, 0);
        if (allocated != (kind == Kind.BINARY ? 1 : 8)) {
            throw new ObjectFormatException(
                    "A segmentation of type %s with Bits Allocated %d is not read".formatted(type, allocated));
        }
        List<DataSet> groups = segmentation.items(Tag.PerFrameFunctionalGroupsSequence);
        List<PlaneGeometry> planes = FrameGeometries.of(segmentation);
        if (groups.isEmpty() || groups.size() != segmentation.integer(Tag.NumberOfFrames, 0)) {
            throw new ObjectFormatException("%d items of per-frame functional groups do not describe %d frames"
                    .formatted(groups.size(), segmentation.integer(Tag.NumberOfFrames, 0)));
        }
        byte[] data = segmentation.bytes(Tag.PixelData).orElse(new byte[0]);
        long pixels = (long) planes.getFirst().rows() * planes.getFirst().columns();
        if (data.length < Math.ceilDiv(pixels * groups.size() * allocated, 8L)) {
            throw new ObjectFormatException("Pixel Data of %d uncompressed bytes does not hold %d frames of %d pixels"
                    .formatted(data.length, groups.size(), pixels));
        }
        DataSet shared = segmentation.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        List<SegmentFrame> frames = new ArrayList<>();
        for (int frame = 0; frame < groups.size(); frame++) {
            DataSet group = groups.get(frame);
            byte[] values = kind.pixels(data, frame * pixels, (int) pixels, maximum);
            int segment = kind == Kind.LABELMAP ? 0 : segmentNumber(group, shared, frame);
            frames.add(new SegmentFrame(segment, planes.get(frame), values, sourceInstance(group)));
        }
        return new Segmentation(segments(segmentation), frames);
    }

    private enum Kind {
        BINARY,
        FRACTIONAL,
        LABELMAP;

        byte[] pixels(byte[] data, long offset, int count, int maximum) {
            byte[] pixels = new byte[count];
            for (int index = 0; index < count; index++) {
                long place = offset + index;
                pixels[index] = switch (this) {
                    case BINARY -> (byte) (data[(int) (place >> 3)] >> (place & 7) & 1);
                    case FRACTIONAL -> (byte) (Byte.toUnsignedInt(data[(int) place]) * 2 >= maximum ? 1 : 0);
                    case LABELMAP -> data[(int) place];
                };
            }
            return pixels;
        }
    }

    private static int segmentNumber(DataSet group, DataSet shared, int frame) {
        int number = FrameGeometries.group(group, shared, Tag.SegmentIdentificationSequence)
                .integer(Tag.ReferencedSegmentNumber, 0);
        if (number < 1 || number > 255) {
            throw new ObjectFormatException(
                    "Frame %d has Referenced Segment Number %d: it must be 1 to 255".formatted(frame + 1, number));
        }
        return number;
    }

    private static Optional<String> sourceInstance(DataSet group) {
        return group.item(Tag.DerivationImageSequence)
                .flatMap(derivation -> derivation.item(Tag.SourceImageSequence))
                .flatMap(source -> source.string(Tag.ReferencedSOPInstanceUID));
    }

    private static List<SegmentDescription> segments(DataSet segmentation) {
        List<SegmentDescription> segments = new ArrayList<>();
        for (DataSet item : segmentation.items(Tag.SegmentSequence)) {
            int number = item.integer(Tag.SegmentNumber, 0);
            if (number < 1) {
                continue;
            }
            int[] color = item.integers(Tag.RecommendedDisplayCIELabValue);
            segments.add(new SegmentDescription(
                    number,
                    item.string(Tag.SegmentLabel, "Segment " + number),
                    Code.of(item, Tag.SegmentedPropertyCategoryCodeSequence).orElse(SegmentDescription.BODY_STRUCTURE),
                    Code.of(item, Tag.SegmentedPropertyTypeCodeSequence).orElse(SegmentDescription.BODY_STRUCTURE),
                    color.length == 3 ? Optional.of(new CieLab(color[0], color[1], color[2])) : Optional.empty()));
        }
        return segments;
    }
}
