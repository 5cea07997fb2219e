package org.roentgen.dicom.object;

import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.geometry.Vector3;

/** Modules and functional groups of multi-frame objects whose frames lie on the slices of a source series (PS3.3 C.7.6.16, C.7.6.17). */
final class MultiFrameModules {
    private MultiFrameModules() {}

    static void putFrameOfReference(DataSet.Builder builder, DataSet source) {
        builder.put(
                Tag.FrameOfReferenceUID, source.string(Tag.FrameOfReferenceUID).orElseGet(Uids::random));
        builder.put(Tag.PositionReferenceIndicator, source.string(Tag.PositionReferenceIndicator, ""));
    }

    /** The Multi-frame Dimension module; each dimension is an item of {@link #dimension}. */
    static void putDimensions(DataSet.Builder builder, String organization, List<DataSet> dimensions) {
        builder.putItems(
                Tag.DimensionOrganizationSequence,
                DataSet.builder()
                        .put(Tag.DimensionOrganizationUID, organization)
                        .build());
        builder.putItems(Tag.DimensionIndexSequence, dimensions);
    }

    static DataSet dimension(String organization, int pointer, int group, String label) {
        return DataSet.builder()
                .put(Tag.DimensionOrganizationUID, organization)
                .putIntegers(Tag.DimensionIndexPointer, pointer)
                .putIntegers(Tag.FunctionalGroupPointer, group)
                .put(Tag.DimensionDescriptionLabel, label)
                .build();
    }

    static DataSet positionDimension(String organization) {
        return dimension(organization, Tag.ImagePositionPatient, Tag.PlanePositionSequence, "ImagePositionPatient");
    }

    /** Plane orientation and pixel measures, the same for all frames. */
    static DataSet.Builder sharedGroups(List<SourceSlice> slices, SeriesGeometry geometry) {
        PlaneGeometry plane = geometry.planes().getFirst();
        double between = geometry.affine().axisK().length();
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
                .putItems(Tag.PixelMeasuresSequence, measures);
    }

    /** Where a frame lies, what it was derived from, and its place in the dimensions. */
    static DataSet.Builder frameGroups(SourceSlice slice, Code derivation, int... dimensionIndexValues) {
        Vector3 position = slice.plane().position();
        DataSet source = ImageReference.of(slice).toItem().toBuilder()
                .put(Tag.SpatialLocationsPreserved, "YES")
                .putItems(Tag.PurposeOfReferenceCodeSequence, Codes.SOURCE_IMAGE.toItem())
                .build();
        return DataSet.builder()
                .putItems(
                        Tag.DerivationImageSequence,
                        DataSet.builder()
                                .putItems(Tag.DerivationCodeSequence, derivation.toItem())
                                .putItems(Tag.SourceImageSequence, source)
                                .build())
                .putItems(
                        Tag.FrameContentSequence,
                        DataSet.builder()
                                .putIntegers(Tag.DimensionIndexValues, dimensionIndexValues)
                                .build())
                .putItems(
                        Tag.PlanePositionSequence,
                        DataSet.builder()
                                .putDecimals(Tag.ImagePositionPatient, position.x(), position.y(), position.z())
                                .build());
    }
}
