package org.roentgen.dicom.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.pixel.Frame;

/** Reads Segmentations: binary, fractional of 8 bits, and label maps of 8 or 16 bits. */
public final class SegmentationReader {
    private static final int MOST_SEGMENTS = 65_535;

    private SegmentationReader() {}

    /**
     * The segments and frames of a segmentation, be they compressed.
     *
     * @throws ObjectFormatException when it is no segmentation, or its frames, bits or bytes do not fit together
     */
    public static Segmentation read(DicomFile file) {
        return read(file.dataSet(), file.meta().transferSyntax());
    }

    /**
     * The segments and frames of a segmentation that is not compressed.
     *
     * @throws ObjectFormatException when it is no segmentation, or its frames, bits or bytes do not fit together
     */
    public static Segmentation read(DataSet segmentation) {
        return read(segmentation, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static Segmentation read(DataSet segmentation, TransferSyntax syntax) {
        SegmentationType type = type(segmentation);
        int allocated = segmentation.integer(Tag.BitsAllocated, 0);
        if (allocated != type.bits() && !(type == SegmentationType.LABELMAP && allocated == 16)) {
            throw new ObjectFormatException(
                    "A segmentation of type %s with Bits Allocated %d is not read".formatted(type, allocated));
        }
        int maximum = type == SegmentationType.FRACTIONAL
                ? Attributes.integer(segmentation, Tag.MaximumFractionalValue, 1, 255)
                : 1;
        List<DataSet> groups = Attributes.items(segmentation, Tag.PerFrameFunctionalGroupsSequence);
        DataSet shared = segmentation.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        FramePixels pixels = FramePixels.of(segmentation, syntax);
        List<SegmentFrame> frames = new ArrayList<>();
        for (int frame = 0; frame < groups.size(); frame++) {
            DataSet group = groups.get(frame);
            int segment = type == SegmentationType.LABELMAP ? 0 : segmentNumber(group, shared, frame);
            frames.add(new SegmentFrame(
                    segment, pixels.planes().get(frame), numbers(pixels.frame(frame)), sourceInstance(group)));
        }
        return new Segmentation(type, maximum, segments(segmentation), frames);
    }

    private static SegmentationType type(DataSet segmentation) {
        String name = Attributes.string(segmentation, Tag.SegmentationType);
        return Arrays.stream(SegmentationType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ObjectFormatException(
                        "Segmentation Type is %s: BINARY, FRACTIONAL and LABELMAP are read".formatted(name)));
    }

    private static short[] numbers(Frame frame) {
        short[] numbers = new short[Math.toIntExact(frame.format().pixels())];
        if (frame.format().sample().bytes() == 2) {
            ByteBuffer.wrap(frame.bytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(numbers);
            return numbers;
        }
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = (short) Byte.toUnsignedInt(frame.bytes()[index]);
        }
        return numbers;
    }

    private static int segmentNumber(DataSet group, DataSet shared, int frame) {
        int number = FrameGeometries.group(group, shared, Tag.SegmentIdentificationSequence)
                .integer(Tag.ReferencedSegmentNumber, 0);
        if (number < 1 || number > MOST_SEGMENTS) {
            throw new ObjectFormatException(
                    "Frame %d has Referenced Segment Number %d: it must be 1 to 65535".formatted(frame + 1, number));
        }
        return number;
    }

    private static Optional<String> sourceInstance(DataSet group) {
        return group.item(Tag.DerivationImageSequence)
                .flatMap(derivation -> derivation.item(Tag.SourceImageSequence))
                .flatMap(source -> source.string(Tag.ReferencedSOPInstanceUID));
    }

    /** The descriptions, without that of the background, which label maps may have as number 0. */
    private static List<SegmentDescription> segments(DataSet segmentation) {
        List<SegmentDescription> segments = new ArrayList<>();
        for (DataSet item : segmentation.items(Tag.SegmentSequence)) {
            int number = Attributes.integer(item, Tag.SegmentNumber, 0, MOST_SEGMENTS);
            if (number > 0) {
                segments.add(Attributes.checked(() -> segment(item, number)));
            }
        }
        return segments;
    }

    private static SegmentDescription segment(DataSet item, int number) {
        int[] color = item.integers(Tag.RecommendedDisplayCIELabValue);
        return new SegmentDescription(
                number,
                item.string(Tag.SegmentLabel, "Segment " + number),
                Attributes.code(item, Tag.SegmentedPropertyCategoryCodeSequence)
                        .orElse(SegmentDescription.BODY_STRUCTURE),
                Attributes.code(item, Tag.SegmentedPropertyTypeCodeSequence).orElse(SegmentDescription.BODY_STRUCTURE),
                color.length == 3 ? Optional.of(new CieLab(color[0], color[1], color[2])) : Optional.empty());
    }
}
