package org.roentgen.dicom.object;

import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * Builds a binary Segmentation (PS3.3 A.51) on the planes of its source images: for each segment one frame for each slice where
 * it occurs, at the source's place, size and orientation, referring to the source frame.
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
     * The segmentation of a label map.
     *
     * @param labels one unsigned byte per voxel on the source planes: column fastest, then row, then slice in the order of
     *     {@link #slices()}; values are segment numbers, 0 is background
     * @throws IllegalArgumentException when the size is another one or a label has no segment
     */
    public DataSet build(byte[] labels) {
        requireSize(labels);
        SegmentFrames frames =
                SegmentFrames.of(labels, geometry.rows() * geometry.columns(), slices.size(), segments.size());
        DataSet source = slices.getFirst().image();
        DataSet.Builder builder = Modules.start(source, object, Uid.SegmentationStorage, "SEG");
        putFrameOfReference(builder, source);
        putImage(builder, frames);
        putDimensions(builder);
        builder.putItems(
                Tag.ReferencedSeriesSequence,
                References.series(slices.stream().map(SourceSlice::image).toList()));
        builder.putItems(
                Tag.SegmentSequence, segments.stream().map(this::segment).toList());
        builder.putItems(Tag.SharedFunctionalGroupsSequence, sharedGroups());
        builder.putItems(
                Tag.PerFrameFunctionalGroupsSequence,
                frames.frames().stream().map(this::frameGroups).toList());
        return builder.build();
    }

    private void requireSize(byte[] labels) {
        long expected = (long) geometry.rows() * geometry.columns() * slices.size();
        if (labels.length != expected) {
            throw new IllegalArgumentException("%d labels do not cover %d slices of %d rows and %d columns"
                    .formatted(labels.length, slices.size(), geometry.rows(), geometry.columns()));
        }
    }

    private static void putFrameOfReference(DataSet.Builder builder, DataSet source) {
        builder.put(
                Tag.FrameOfReferenceUID, source.string(Tag.FrameOfReferenceUID).orElseGet(Uids::random));
        builder.put(Tag.PositionReferenceIndicator, source.string(Tag.PositionReferenceIndicator, ""));
    }

    private void putImage(DataSet.Builder builder, SegmentFrames frames) {
        builder.put(Tag.ImageType, "DERIVED", "PRIMARY")
                .put(Tag.ContentLabel, "SEGMENTATION")
                .put(Tag.ContentDescription, "Segmentation by " + algorithm.name())
                .put(Tag.ContentCreatorName)
                .put(Tag.SegmentationType, "BINARY")
                .put(Tag.LossyImageCompression, "00")
                .put(Tag.BurnedInAnnotation, "NO")
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .putIntegers(Tag.NumberOfFrames, frames.frames().size())
                .putIntegers(Tag.Rows, geometry.rows())
                .putIntegers(Tag.Columns, geometry.columns())
                .putIntegers(Tag.BitsAllocated, 1)
                .putIntegers(Tag.BitsStored, 1)
                .putIntegers(Tag.HighBit, 0)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OB, frames.pixelData());
    }

    private static void putDimensions(DataSet.Builder builder) {
        String organization = Uids.random();
        builder.putItems(
                Tag.DimensionOrganizationSequence,
                DataSet.builder()
                        .put(Tag.DimensionOrganizationUID, organization)
                        .build());
        builder.putItems(
                Tag.DimensionIndexSequence,
                dimension(
                        organization,
                        Tag.ReferencedSegmentNumber,
                        Tag.SegmentIdentificationSequence,
                        "ReferencedSegmentNumber"),
                dimension(organization, Tag.ImagePositionPatient, Tag.PlanePositionSequence, "ImagePositionPatient"));
    }

    private static DataSet dimension(String organization, int pointer, int group, String label) {
        return DataSet.builder()
                .put(Tag.DimensionOrganizationUID, organization)
                .putIntegers(Tag.DimensionIndexPointer, pointer)
                .putIntegers(Tag.FunctionalGroupPointer, group)
                .put(Tag.DimensionDescriptionLabel, label)
                .build();
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

    private DataSet sharedGroups() {
        PlaneGeometry plane = geometry.planes().getFirst();
        Affine affine = geometry.affine();
        double between = affine.axisK().length();
        Vector3 row = plane.rowDirection();
        Vector3 column = plane.columnDirection();
        DataSet orientation = DataSet.builder()
                .putDecimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
                .build();
        double thickness = slices.getFirst().image().decimal(Tag.SliceThickness).orElse(between);
        DataSet measures = DataSet.builder()
                .putDecimals(Tag.PixelSpacing, plane.rowSpacing(), plane.columnSpacing())
                .putDecimals(Tag.SliceThickness, thickness > 0 ? thickness : between)
                .putDecimals(Tag.SpacingBetweenSlices, between)
                .build();
        return DataSet.builder()
                .putItems(Tag.PlaneOrientationSequence, orientation)
                .putItems(Tag.PixelMeasuresSequence, measures)
                .build();
    }

    private DataSet frameGroups(SegmentFrames.Frame frame) {
        SourceSlice slice = slices.get(frame.slice());
        Vector3 position = slice.plane().position();
        DataSet.Builder source = Modules.reference(slice.image());
        if (slice.multiFrame()) {
            source.putIntegers(Tag.ReferencedFrameNumber, slice.frame() + 1);
        }
        source.put(Tag.SpatialLocationsPreserved, "YES")
                .putItems(Tag.PurposeOfReferenceCodeSequence, Codes.SOURCE_IMAGE.toItem());
        return DataSet.builder()
                .putItems(
                        Tag.DerivationImageSequence,
                        DataSet.builder()
                                .putItems(Tag.DerivationCodeSequence, Codes.SEGMENTATION.toItem())
                                .putItems(Tag.SourceImageSequence, source.build())
                                .build())
                .putItems(
                        Tag.FrameContentSequence,
                        DataSet.builder()
                                .putIntegers(Tag.DimensionIndexValues, frame.segment(), frame.slice() + 1)
                                .build())
                .putItems(
                        Tag.PlanePositionSequence,
                        DataSet.builder()
                                .putDecimals(Tag.ImagePositionPatient, position.x(), position.y(), position.z())
                                .build())
                .putItems(
                        Tag.SegmentIdentificationSequence,
                        DataSet.builder()
                                .putIntegers(Tag.ReferencedSegmentNumber, frame.segment())
                                .build())
                .build();
    }
}
