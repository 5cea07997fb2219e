package org.roentgen.imaging.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryTolerance;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/** Puts the instances of a series, single-frame or enhanced, in any order, together to one volume of modality values. */
public final class SeriesReader {
    private final FramePixels pixels;

    public SeriesReader(FramePixels pixels) {
        this.pixels = pixels;
    }

    /** Reads with the decoders of the DICOM toolkit. */
    public SeriesReader() {
        this(new CodecFramePixels());
    }

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
     * @throws ImageFormatException when pixels cannot be decoded
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
        VolumeGrid grid = new VolumeGrid(geometry.columns(), geometry.rows(), geometry.slices(), geometry.affine());
        List<SourceFrame> slices = geometry.order().stream().map(frames::get).toList();
        return new SeriesVolume(new Volume(grid, voxels(grid, slices, instances)), slices);
    }

    /** A single image that need not be placed in the patient, such as a radiograph: a volume of depth 1. */
    public Volume readFlat(DicomFile image) throws IOException {
        float[] values = modalityValues(image, 0);
        return new Volume(
                VolumeGrid.flat(
                        image.dataSet().integer(Tag.Columns, 0), image.dataSet().integer(Tag.Rows, 0)),
                values);
    }

    private float[] voxels(VolumeGrid grid, List<SourceFrame> slices, List<DicomFile> instances) throws IOException {
        int sliceSize = grid.stride(2);
        float[] voxels = new float[grid.voxelCount()];
        for (int z = 0; z < slices.size(); z++) {
            SourceFrame slice = slices.get(z);
            float[] values = modalityValues(instances.get(slice.instance()), slice.frame());
            System.arraycopy(values, 0, voxels, z * sliceSize, sliceSize);
        }
        return voxels;
    }

    private float[] modalityValues(DicomFile image, int frame) throws IOException {
        float[] values = pixels.storedValues(image, frame);
        DataSet dataSet = image.dataSet();
        if (dataSet.contains(Tag.ModalityLUTSequence)) {
            throw new ImageFormatException("An image with a Modality LUT Sequence has no linear modality values");
        }
        List<DataSet> perFrame = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
        DataSet shared = dataSet.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        DataSet transformation = perFrame.isEmpty()
                ? dataSet
                : FrameGeometries.group(perFrame.get(frame), shared, Tag.PixelValueTransformationSequence);
        double slope = transformation.decimal(Tag.RescaleSlope).orElse(1);
        double intercept = transformation.decimal(Tag.RescaleIntercept).orElse(0);
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) (values[index] * slope + intercept);
        }
        return values;
    }
}
