package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.geometry.SeriesGeometry;

/**
 * Builds a Segmentation (PS3.3 A.51) on the planes of its source images. Binary and fractional ones have for each segment one frame
 * for each slice where it occurs, label maps one frame for each slice; each lies at the source's place, size and orientation, and
 * refers to the source frame.
 */
public final class SegmentationBuilder {
    private final DerivedObject object;
    private final Algorithm algorithm;
    private final List<SegmentDescription> segments;
    private final List<SourceSlice> slices;
    private final SeriesGeometry geometry;

    /**
     * Prepares a segmentation.
     *
     * @param segments numbered 1, 2, 3... in order
     * @param instances of the source series in any order
     * @throws org.roentgen.dicom.geometry.GeometryException when the source is not one regular volume
     */
    public SegmentationBuilder(
            DerivedObject object, Algorithm algorithm, List<SegmentDescription> segments, List<DataSet> instances) {
        this.object = object;
        this.algorithm = algorithm;
        this.segments = List.copyOf(segments);
        for (int index = 0; index < segments.size(); index++) {
            if (segments.get(index).number() != index + 1) {
                throw new IllegalArgumentException(
                        "Segment %d stands at place %d: segments are numbered 1, 2, 3 in order"
                                .formatted(segments.get(index).number(), index + 1));
            }
        }
        this.slices = SourceSlice.sorted(instances);
        this.geometry =
                SeriesGeometry.of(slices.stream().map(SourceSlice::plane).toList());
    }

    /** The source frames in the order that labels must have. */
    public List<SourceSlice> slices() {
        return slices;
    }

    /**
     * The binary segmentation of a label map.
     *
     * @param labels one unsigned byte per voxel on the source planes: column fastest, then row, then slice in the order of
     *     {@link #slices()}; values are segment numbers, 0 is background
     * @throws IllegalArgumentException when the size is another one or a label has no segment
     */
    public DataSet build(byte[] labels) {
        return build(widened(labels));
    }

    /** As {@link #build(byte[])}, with unsigned numbers of up to 65535 segments. */
    public DataSet build(short[] labels) {
        requireSize("labels", labels.length);
        return build(
                SegmentFrames.binary(labels, sliceSize(), slices.size(), segments.size()), Uid.SegmentationStorage);
    }

    /**
     * A Label Map Segmentation, whose background is 0; far smaller than a binary one where there are many segments. It has 8 bits, or 16
     * where there are more than 255 segments.
     *
     * @param labels as for {@link #build(byte[])}
     * @throws IllegalArgumentException when the size is another one or a label has no segment
     */
    public DataSet buildLabelMap(byte[] labels) {
        return buildLabelMap(widened(labels));
    }

    /** As {@link #buildLabelMap(byte[])}, with unsigned numbers of up to 65535 segments. */
    public DataSet buildLabelMap(short[] labels) {
        requireSize("labels", labels.length);
        return build(SegmentFrames.labelMap(labels, slices.size(), segments.size()), Uid.LabelMapSegmentationStorage)
                .toBuilder()
                .put(Tag.SegmentsOverlap, "NO")
                .putIntegers(Tag.PixelPaddingValue, VR.US, 0)
                .build();
    }

    /**
     * A fractional segmentation, stored in steps of 1/255.
     *
     * @param fractions for each segment one value per voxel, 0 to 1, in the order of labels
     * @throws IllegalArgumentException when a size or a value is another one
     */
    public DataSet buildFractional(FractionType type, List<float[]> fractions) {
        if (fractions.size() != segments.size()) {
            throw new IllegalArgumentException(
                    "Fractions of %d segments do not fit %d descriptions".formatted(fractions.size(), segments.size()));
        }
        fractions.forEach(values -> requireSize("fractions", values.length));
        return build(SegmentFrames.fractional(fractions, sliceSize(), slices.size()), Uid.SegmentationStorage)
                .toBuilder()
                .put(Tag.SegmentationFractionalType, type.name())
                .putIntegers(Tag.MaximumFractionalValue, SegmentFrames.MAXIMUM)
                .build();
    }

    private DataSet build(SegmentFrames frames, String sopClass) {
        DataSet source = slices.getFirst().image();
        DataSet.Builder builder = Modules.start(source, object, sopClass, "SEG");
        MultiFrameModules.putFrameOfReference(builder, source);
        putImage(builder, frames);
        putDimensions(builder, frames.type());
        return builder.putItems(
                        Tag.ReferencedSeriesSequence,
                        References.series(
                                slices.stream().map(SourceSlice::image).toList()))
                .putItems(
                        Tag.SegmentSequence,
                        segments.stream().map(this::segment).toList())
                .putItems(
                        Tag.SharedFunctionalGroupsSequence,
                        MultiFrameModules.sharedGroups(slices, geometry).build())
                .putItems(
                        Tag.PerFrameFunctionalGroupsSequence,
                        frames.frames().stream().map(this::frameGroups).toList())
                .build();
    }

    private static short[] widened(byte[] labels) {
        short[] wide = new short[labels.length];
        for (int index = 0; index < labels.length; index++) {
            wide[index] = (short) Byte.toUnsignedInt(labels[index]);
        }
        return wide;
    }

    private int sliceSize() {
        return geometry.rows() * geometry.columns();
    }

    private void requireSize(String what, int length) {
        long expected = (long) geometry.rows() * geometry.columns() * slices.size();
        if (length != expected) {
            throw new IllegalArgumentException("%d %s do not cover %d slices of %d rows and %d columns"
                    .formatted(length, what, slices.size(), geometry.rows(), geometry.columns()));
        }
    }

    private void putImage(DataSet.Builder builder, SegmentFrames frames) {
        builder.put(Tag.ImageType, "DERIVED", "PRIMARY")
                .put(Tag.ContentLabel, "SEGMENTATION")
                .put(Tag.ContentDescription, "Segmentation by " + algorithm.name())
                .put(Tag.ContentCreatorName)
                .put(Tag.SegmentationType, frames.type().name())
                .put(Tag.LossyImageCompression, "00")
                .put(Tag.BurnedInAnnotation, "NO")
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .putIntegers(Tag.NumberOfFrames, frames.frames().size())
                .putIntegers(Tag.Rows, geometry.rows())
                .putIntegers(Tag.Columns, geometry.columns())
                .putIntegers(Tag.BitsAllocated, frames.bits())
                .putIntegers(Tag.BitsStored, frames.bits())
                .putIntegers(Tag.HighBit, frames.bits() - 1)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, frames.bits() > 8 ? VR.OW : VR.OB, frames.pixelData());
    }

    private static void putDimensions(DataSet.Builder builder, SegmentationType type) {
        String organization = Uids.random();
        List<DataSet> dimensions = new ArrayList<>();
        if (type != SegmentationType.LABELMAP) {
            dimensions.add(MultiFrameModules.dimension(
                    organization,
                    Tag.ReferencedSegmentNumber,
                    Tag.SegmentIdentificationSequence,
                    "ReferencedSegmentNumber"));
        }
        dimensions.add(MultiFrameModules.positionDimension(organization));
        MultiFrameModules.putDimensions(builder, organization, dimensions);
    }

    private DataSet segment(SegmentDescription segment) {
        DataSet.Builder builder = DataSet.builder()
                .putIntegers(Tag.SegmentNumber, segment.number())
                .put(Tag.SegmentLabel, segment.label())
                .put(Tag.SegmentAlgorithmType, "AUTOMATIC")
                .put(Tag.SegmentAlgorithmName, algorithm.name())
                .put(Tag.SegmentDescription, "Algorithm version " + algorithm.version())
                .putItems(
                        Tag.SegmentedPropertyCategoryCodeSequence,
                        segment.category().toItem())
                .putItems(Tag.SegmentedPropertyTypeCodeSequence, segment.type().toItem());
        segment.color()
                .ifPresent(color -> builder.putIntegers(
                        Tag.RecommendedDisplayCIELabValue, color.lightness(), color.a(), color.b()));
        return builder.build();
    }

    private DataSet frameGroups(SegmentFrames.Frame frame) {
        SourceSlice slice = slices.get(frame.slice());
        if (frame.segment() == 0) {
            return MultiFrameModules.frameGroups(slice, Codes.SEGMENTATION, frame.slice() + 1)
                    .build();
        }
        return MultiFrameModules.frameGroups(slice, Codes.SEGMENTATION, frame.segment(), frame.slice() + 1)
                .putItems(
                        Tag.SegmentIdentificationSequence,
                        DataSet.builder()
                                .putIntegers(Tag.ReferencedSegmentNumber, frame.segment())
                                .build())
                .build();
    }
}
