package org.roentgen.imaging.numpy;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/** An array of shape (N, height, width) or (N, height, width, channels) as images. */
public final class ImageStack {
    private static final int MOST_CHANNELS = 4;

    private final NumpyArray array;

    /** @throws ImageFormatException for an array of another shape */
    public ImageStack(NumpyArray array) throws ImageFormatException {
        if (!isStack(array)) {
            throw new ImageFormatException("Array of shape " + array.shapeText()
                    + " holds no images; it must be (N, height, width) or (N, height, width, channels)");
        }
        this.array = array;
    }

    /** Whether the shape is one of images: labels have one axis, or a second one of length 1. */
    public static boolean isStack(NumpyArray array) {
        List<Integer> shape = array.shape();
        return shape.size() == 3 || (shape.size() == 4 && shape.get(3) <= MOST_CHANNELS);
    }

    public int images() {
        return array.shape().getFirst();
    }

    /** The channels of one image. */
    public List<Volume> image(int index) throws ImageFormatException {
        List<Integer> shape = array.shape();
        if (index >= images()) {
            throw new ImageFormatException("Array of shape " + array.shapeText() + " has no image " + index);
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
}
