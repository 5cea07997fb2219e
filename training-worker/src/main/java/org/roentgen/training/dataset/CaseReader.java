package org.roentgen.training.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.numpy.NpyReader;
import org.roentgen.imaging.numpy.NumpyArray;

/** Reads the images and label maps that a dataset manifest names. Arrays of many cases are read once. */
public final class CaseReader {
    private final ObjectStore store;
    private final Map<ObjectId, NumpyArray> arrays = new HashMap<>();

    public CaseReader(ObjectStore store) {
        this.store = store;
    }

    /** The channels of an image, all on one grid. */
    public List<Volume> image(ImageReference reference) throws IOException {
        Path file = store.file(reference.object());
        return switch (reference.encoding()) {
            case NIFTI -> NiftiReader.readAll(file);
            case NPY -> slice(array(reference.object(), file), reference.index());
            case RASTER -> List.of(luminance(file));
        };
    }

    /** The label map of a case. */
    public LabelVolume labels(ImageReference reference) throws IOException {
        if (reference.encoding() == ImageEncoding.NIFTI) {
            return NiftiReader.readLabels(store.file(reference.object()));
        }
        Volume values = image(reference).getFirst();
        byte[] labels = new byte[values.voxels().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) Math.round(values.voxels()[i]);
        }
        return new LabelVolume(values.grid(), labels);
    }

    private NumpyArray array(ObjectId id, Path file) throws IOException {
        NumpyArray known = arrays.get(id);
        if (known == null) {
            known = NpyReader.read(file);
            arrays.put(id, known);
        }
        return known;
    }

    private static List<Volume> slice(NumpyArray array, int index) throws ImageFormatException {
        List<Integer> shape = array.shape();
        if (shape.size() < 3 || shape.size() > 4 || index >= shape.getFirst()) {
            throw new ImageFormatException("Array of shape " + array.shapeText() + " has no image " + index
                    + "; it must be (N, height, width) or (N, height, width, channels)");
        }
        int channels = shape.size() == 4 ? shape.get(3) : 1;
        VolumeGrid grid = VolumeGrid.flat(shape.get(2), shape.get(1));
        int pixels = grid.voxelCount();
        float[] values = array.floats(index * pixels * channels, pixels * channels);
        List<Volume> volumes = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            float[] plane = new float[pixels];
            for (int pixel = 0; pixel < pixels; pixel++) {
                plane[pixel] = values[pixel * channels + channel];
            }
            volumes.add(new Volume(grid, plane));
        }
        return volumes;
    }

    /** Rec. 601 luminance of the decoded colours; the grey value itself for grey images. */
    private static Volume luminance(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new ImageFormatException("Object " + file.getFileName() + " is neither PNG nor JPEG");
        }
        VolumeGrid grid = VolumeGrid.flat(image.getWidth(), image.getHeight());
        float[] pixels = new float[grid.voxelCount()];
        boolean grey = image.getRaster().getNumBands() == 1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = grey ? 0 : image.getRGB(x, y);
                pixels[grid.index(x, y, 0)] = grey
                        ? image.getRaster().getSample(x, y, 0)
                        : 0.299f * (colour >> 16 & 0xff) + 0.587f * (colour >> 8 & 0xff) + 0.114f * (colour & 0xff);
            }
        }
        return new Volume(grid, pixels);
    }
}
