package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.geometry.SeriesGeometry;

/**
 * Builds Parametric Maps (PS3.3 A.75) of single or double precision numbers on the planes of their source images: a frame for each
 * slice, whose stored values are the values themselves.
 */
public final class ParametricMapBuilder {
    private static final String[] IMAGE_TYPE = {"DERIVED", "PRIMARY", "VOLUME", "NONE"};

    private final DerivedObject object;
    private final Quantity quantity;
    private final List<SourceSlice> slices;
    private final SeriesGeometry geometry;

    /**
     * Prepares a map.
     *
     * @param instances of the source series in any order
     * @throws org.roentgen.dicom.geometry.GeometryException when the source is not one regular volume
     */
    public ParametricMapBuilder(DerivedObject object, Quantity quantity, List<DataSet> instances) {
        this.object = object;
        this.quantity = quantity;
        this.slices = SourceSlice.sorted(instances);
        this.geometry =
                SeriesGeometry.of(slices.stream().map(SourceSlice::plane).toList());
    }

    /** The source frames in the order that values must have. */
    public List<SourceSlice> slices() {
        return slices;
    }

    /**
     * A map of single precision numbers.
     *
     * @param values finite, in the quantity's unit, one for each voxel of the source: column fastest, then row, then slice
     */
    public DataSet build(float[] values) {
        double[] wide = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            wide[index] = values[index];
        }
        return build(wide, Tag.FloatPixelData, Float.SIZE);
    }

    /** A map of double precision numbers. */
    public DataSet build(double[] values) {
        return build(values, Tag.DoubleFloatPixelData, Double.SIZE);
    }

    private DataSet build(double[] values, int pixelElement, int bits) {
        long expected = (long) geometry.rows() * geometry.columns() * slices.size();
        if (values.length != expected || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("%d values must be %d finite ones: %d slices of %d rows and %d columns"
                    .formatted(values.length, expected, slices.size(), geometry.rows(), geometry.columns()));
        }
        DataSet source = slices.getFirst().image();
        DataSet.Builder builder =
                Modules.start(source, object, Uid.ParametricMapStorage, source.string(Tag.Modality, "OT"));
        builder.put(Tag.Laterality, source.string(Tag.Laterality, ""));
        MultiFrameModules.putFrameOfReference(builder, source);
        String organization = Uids.random();
        MultiFrameModules.putDimensions(
                builder, organization, List.of(MultiFrameModules.positionDimension(organization)));
        putImage(builder, bits);
        return builder.putItems(
                        Tag.ReferencedSeriesSequence,
                        References.series(
                                slices.stream().map(SourceSlice::image).toList()))
                .putItems(Tag.SharedFunctionalGroupsSequence, sharedGroups(values))
                .putItems(Tag.PerFrameFunctionalGroupsSequence, frameGroups())
                .putDecimals(pixelElement, values)
                .build();
    }

    private void putImage(DataSet.Builder builder, int bits) {
        builder.put(Tag.ImageType, IMAGE_TYPE)
                .put(Tag.ContentQualification, "RESEARCH")
                .put(Tag.ContentLabel, "MAP")
                .put(Tag.ContentDescription, quantity.explanation())
                .put(Tag.ContentCreatorName)
                .put(Tag.PixelPresentation, "MONOCHROME")
                .put(Tag.LossyImageCompression, "00")
                .put(Tag.BurnedInAnnotation, "NO")
                .put(Tag.RecognizableVisualFeatures, "NO")
                .put(Tag.PresentationLUTShape, "IDENTITY")
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putItems(Tag.AcquisitionContextSequence, List.of())
                .putIntegers(Tag.SamplesPerPixel, 1)
                .putIntegers(Tag.NumberOfFrames, slices.size())
                .putIntegers(Tag.Rows, geometry.rows())
                .putIntegers(Tag.Columns, geometry.columns())
                .putIntegers(Tag.BitsAllocated, bits);
    }

    private DataSet sharedGroups(double[] values) {
        double lowest = Arrays.stream(values).min().orElse(0);
        double highest = Arrays.stream(values).max().orElse(0);
        double width = highest > lowest ? highest - lowest : 1;
        DataSet transformation = DataSet.builder()
                .putDecimals(Tag.RescaleIntercept, 0)
                .putDecimals(Tag.RescaleSlope, 1)
                .put(Tag.RescaleType, "US")
                .build();
        DataSet window = DataSet.builder()
                .putDecimals(Tag.WindowCenter, (lowest + highest) / 2)
                .putDecimals(Tag.WindowWidth, width)
                .put(Tag.VOILUTFunction, "LINEAR_EXACT")
                .build();
        DataSet type = DataSet.builder().put(Tag.FrameType, IMAGE_TYPE).build();
        return MultiFrameModules.sharedGroups(slices, geometry)
                .putItems(Tag.PixelValueTransformationSequence, transformation)
                .putItems(Tag.FrameVOILUTSequence, window)
                .putItems(Tag.ParametricMapFrameTypeSequence, type)
                .putItems(
                        Tag.RealWorldValueMappingSequence,
                        RealWorldMapping.identity(quantity, lowest, highest).toItem())
                .build();
    }

    private List<DataSet> frameGroups() {
        List<DataSet> groups = new ArrayList<>();
        for (int slice = 0; slice < slices.size(); slice++) {
            groups.add(MultiFrameModules.frameGroups(slices.get(slice), Codes.CALCULATED_MAP, slice + 1)
                    .build());
        }
        return groups;
    }
}
