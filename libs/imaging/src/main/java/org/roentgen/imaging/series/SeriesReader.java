package org.roentgen.imaging.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryTolerance;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.pixel.ModalityTransform;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/** Puts the instances of a series, single-frame or enhanced, in any order, together to one volume of modality values. */
public final class SeriesReader {
    /** Where the frames of a series lie, and what speaks against one volume: needs no pixels. */
    public static SeriesGeometry geometry(List<DataSet> instances, GeometryTolerance tolerance) {
        return SeriesGeometry.of(
                instances.stream()
                        .flatMap(image -> FrameGeometries.of(image).stream())
                        .toList(),
                tolerance);
    }

    /**
     * The volume of a series; slice z grows along the normal of the planes.
     *
     * @throws org.roentgen.dicom.geometry.GeometryException when the planes are not one regular volume
     * @throws ImageFormatException for colour images
     * @throws org.roentgen.dicom.pixel.UnreadablePixelsException when pixels are absent or cannot be decoded
     */
    public SeriesVolume read(List<DicomFile> instances) throws IOException {
        List<PlaneGeometry> planes = new ArrayList<>();
        List<SourceFrame> frames = new ArrayList<>();
        for (int instance = 0; instance < instances.size(); instance++) {
            DataSet image = instances.get(instance).dataSet();
            List<PlaneGeometry> ofImage = FrameGeometries.of(image);
            for (int frame = 0; frame < ofImage.size(); frame++) {
                planes.add(ofImage.get(frame));
                frames.add(new SourceFrame(instance, frame, image.string(Tag.SOPInstanceUID, "")));
            }
        }
        SeriesGeometry geometry = SeriesGeometry.of(planes);
        Affine affine = geometry.affine();
        if (geometry.slices() == 1) {
            DataSet only = instances.get(frames.getFirst().instance()).dataSet();
            affine = withThickness(affine, only);
        }
        VolumeGrid grid = new VolumeGrid(geometry.columns(), geometry.rows(), geometry.slices(), affine);
        List<SourceFrame> slices = geometry.order().stream().map(frames::get).toList();
        return new SeriesVolume(new Volume(grid, voxels(grid, slices, instances)), slices);
    }

    /** A single slice is as thick as the distance to the next one, else its own thickness; one mm if neither is said. */
    private static Affine withThickness(Affine affine, DataSet image) {
        DataSet shared = image.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        DataSet frame = image.item(Tag.PerFrameFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        double thickness = Stream.of(image, FrameGeometries.group(frame, shared, Tag.PixelMeasuresSequence))
                .flatMapToDouble(holder -> Stream.of(Tag.SpacingBetweenSlices, Tag.SliceThickness)
                        .flatMapToDouble(tag -> holder.decimal(tag).stream()))
                .filter(value -> value > 0)
                .findFirst()
                .orElse(1);
        return new Affine(affine.axisI(), affine.axisJ(), affine.axisK().times(thickness), affine.origin());
    }

    /** Whether the modality values of every frame are whole numbers by their rescale or table. */
    public static boolean hasWholeValues(List<DicomFile> instances) {
        return instances.stream().map(DicomFile::dataSet).allMatch(SeriesReader::hasWholeValues);
    }

    private static boolean hasWholeValues(DataSet image) {
        int frames = Math.max(1, image.integer(Tag.NumberOfFrames, 1));
        return image.contains(Tag.PixelData)
                && IntStream.range(0, frames)
                        .mapToObj(frame -> ModalityTransform.of(image, frame))
                        .allMatch(ModalityTransform::isWhole);
    }

    /**
     * A single image that need not be placed in the patient, such as a radiograph: a volume of depth 1. Images that are stored with
     * white as zero (MONOCHROME1) are inverted, so that more is always brighter.
     */
    public Volume readFlat(DicomFile image) throws IOException {
        DataSet dataSet = image.dataSet();
        float[] values = modalityValues(image, PixelReader.of(image), 0);
        if (dataSet.string(Tag.PhotometricInterpretation, "").equals("MONOCHROME1")) {
            invert(values);
        }
        return new Volume(VolumeGrid.flat(dataSet.integer(Tag.Columns, 0), dataSet.integer(Tag.Rows, 0)), values);
    }

    private static void invert(float[] values) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        for (int index = 0; index < values.length; index++) {
            values[index] = highest - (values[index] - lowest);
        }
    }

    private static float[] voxels(VolumeGrid grid, List<SourceFrame> slices, List<DicomFile> instances)
            throws IOException {
        PixelReader[] readers = new PixelReader[instances.size()];
        for (int instance = 0; instance < readers.length; instance++) {
            readers[instance] = PixelReader.of(instances.get(instance));
        }
        int sliceSize = grid.stride(2);
        float[] voxels = new float[grid.voxelCount()];
        for (int z = 0; z < slices.size(); z++) {
            SourceFrame slice = slices.get(z);
            int instance = slice.instance();
            float[] values = modalityValues(instances.get(instance), readers[instance], slice.frame());
            System.arraycopy(values, 0, voxels, z * sliceSize, sliceSize);
        }
        return voxels;
    }

    private static float[] modalityValues(DicomFile image, PixelReader reader, int frame) throws IOException {
        DataSet dataSet = image.dataSet();
        int samples = dataSet.integer(Tag.SamplesPerPixel, 1);
        if (samples != 1) {
            throw new ImageFormatException(
                    "Samples per Pixel is %d: only images of one sample have modality values".formatted(samples));
        }
        float[] values = reader.frame(frame).toFloats();
        ModalityTransform transform = ModalityTransform.of(dataSet, frame);
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) transform.apply(values[index]);
        }
        return values;
    }
}
