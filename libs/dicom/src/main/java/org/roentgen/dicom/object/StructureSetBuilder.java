package org.roentgen.dicom.object;

import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.contour.OutlineStyle;

/**
 * Builds an RT Structure Set (PS3.3 A.19) on the planes of its source images: a region for each segment, with closed planar contours
 * in patient coordinates; a hole is part of the contour around it, joined by a keyhole (C.8.8.6.3).
 */
public final class StructureSetBuilder {
    private static final int LONGEST_LABEL = 16;
    private static final int[] BLACK = {0, 0, 0};

    private final DerivedObject object;
    private final Algorithm algorithm;
    private final List<SourceSlice> slices;
    private final String frameOfReference;

    /**
     * Prepares a structure set.
     *
     * @param instances of the source series in any order
     * @throws org.roentgen.dicom.geometry.GeometryException when the source is not one regular volume
     */
    public StructureSetBuilder(DerivedObject object, Algorithm algorithm, List<DataSet> instances) {
        this.object = object;
        this.algorithm = algorithm;
        this.slices = SourceSlice.sorted(instances);
        this.frameOfReference =
                slices.getFirst().image().string(Tag.FrameOfReferenceUID).orElseGet(Uids::random);
    }

    /** The source frames in the order that labels must have. */
    public List<SourceSlice> slices() {
        return slices;
    }

    /**
     * The structure set of a label map, with contours along the sides of the pixels.
     *
     * @param label of the structure set, 1 to 16 characters
     * @param segments one region each, whose number is the label of its voxels
     * @param labels one unsigned byte per voxel on the source planes: column fastest, then row, then slice
     */
    public DataSet build(String label, List<SegmentDescription> segments, byte[] labels) {
        return build(label, segments, labels, OutlineStyle.PIXEL_CORNERS);
    }

    /** The structure set of a label map, with contours of the given style. */
    public DataSet build(String label, List<SegmentDescription> segments, byte[] labels, OutlineStyle style) {
        SeriesGeometry geometry =
                SeriesGeometry.of(slices.stream().map(SourceSlice::plane).toList());
        long expected = (long) geometry.rows() * geometry.columns() * slices.size();
        if (labels.length != expected) {
            throw new IllegalArgumentException("%d labels do not cover %d slices of %d rows and %d columns"
                    .formatted(labels.length, slices.size(), geometry.rows(), geometry.columns()));
        }
        return build(label, RegionTracer.trace(labels, slices, segments, style));
    }

    /** The structure set of regions that have their contours already. */
    public DataSet build(String label, List<Region> regions) {
        if (label.isBlank() || label.length() > LONGEST_LABEL || regions.isEmpty()) {
            throw new IllegalArgumentException(
                    "Structure set '%s' of %d regions needs a label of 1 to 16 characters and at least one region"
                            .formatted(label, regions.size()));
        }
        DataSet source = slices.getFirst().image();
        return Modules.start(source, object, Uid.RTStructureSetStorage, "RTSTRUCT")
                .put(Tag.OperatorsName)
                .put(Tag.FrameOfReferenceUID, frameOfReference)
                .put(Tag.PositionReferenceIndicator, source.string(Tag.PositionReferenceIndicator, ""))
                .put(Tag.StructureSetLabel, label)
                .put(Tag.StructureSetDate, Modules.date(object.created()))
                .put(Tag.StructureSetTime, Modules.time(object.created()))
                .putItems(Tag.ReferencedFrameOfReferenceSequence, referencedFrame(source))
                .putItems(
                        Tag.StructureSetROISequence,
                        regions.stream().map(this::description).toList())
                .putItems(
                        Tag.ROIContourSequence,
                        regions.stream().map(StructureSetBuilder::contours).toList())
                .putItems(
                        Tag.RTROIObservationsSequence,
                        regions.stream().map(StructureSetBuilder::observation).toList())
                .build();
    }

    private DataSet referencedFrame(DataSet source) {
        List<DataSet> images = References.distinct(
                        slices.stream().map(SourceSlice::image).toList())
                .stream()
                .map(image -> Modules.reference(image).build())
                .toList();
        DataSet series = DataSet.builder()
                .put(Tag.SeriesInstanceUID, source.string(Tag.SeriesInstanceUID, ""))
                .putItems(Tag.ContourImageSequence, images)
                .build();
        DataSet study = DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, Uid.DetachedStudyManagement)
                .put(Tag.ReferencedSOPInstanceUID, source.string(Tag.StudyInstanceUID, ""))
                .putItems(Tag.RTReferencedSeriesSequence, series)
                .build();
        return DataSet.builder()
                .put(Tag.FrameOfReferenceUID, frameOfReference)
                .putItems(Tag.RTReferencedStudySequence, study)
                .build();
    }

    private DataSet description(Region region) {
        return DataSet.builder()
                .putIntegers(Tag.ROINumber, region.number())
                .put(Tag.ReferencedFrameOfReferenceUID, frameOfReference)
                .put(Tag.ROIName, region.name())
                .put(Tag.ROIGenerationAlgorithm, "AUTOMATIC")
                .put(Tag.ROIGenerationDescription, algorithm.name())
                .build();
    }

    private static DataSet contours(Region region) {
        DataSet.Builder builder = DataSet.builder()
                .putIntegers(
                        Tag.ROIDisplayColor, region.color().map(CieLab::toRgb).orElse(BLACK))
                .putIntegers(Tag.ReferencedROINumber, region.number());
        List<DataSet> items =
                region.contours().stream().map(StructureSetBuilder::contour).toList();
        return items.isEmpty()
                ? builder.build()
                : builder.putItems(Tag.ContourSequence, items).build();
    }

    private static DataSet contour(Contour contour) {
        double[] data = new double[3 * contour.points().size()];
        for (int index = 0; index < contour.points().size(); index++) {
            Vector3 point = contour.points().get(index);
            data[3 * index] = point.x();
            data[3 * index + 1] = point.y();
            data[3 * index + 2] = point.z();
        }
        DataSet.Builder builder = DataSet.builder();
        contour.image().ifPresent(image -> builder.putItems(Tag.ContourImageSequence, image.toItem()));
        return builder.put(Tag.ContourGeometricType, contour.kind().name())
                .putIntegers(Tag.NumberOfContourPoints, contour.points().size())
                .putDecimals(Tag.ContourData, data)
                .build();
    }

    private static DataSet observation(Region region) {
        DataSet.Builder builder = DataSet.builder()
                .putIntegers(Tag.ObservationNumber, region.number())
                .putIntegers(Tag.ReferencedROINumber, region.number())
                .put(Tag.RTROIInterpretedType)
                .put(Tag.ROIInterpreter);
        region.type().ifPresent(type -> builder.putItems(Tag.RTROIIdentificationCodeSequence, type.toItem()));
        return builder.build();
    }
}
