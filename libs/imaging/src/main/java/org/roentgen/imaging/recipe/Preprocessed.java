package org.roentgen.imaging.recipe;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/** What a recipe made of an image, with the way back to the image's own grid. The tensor is shared, not copied. */
public final class Preprocessed {
    private final float[] tensor;
    private final int channels;
    private final List<GridTransform> transforms;

    Preprocessed(float[] tensor, int channels, List<GridTransform> transforms) {
        this.tensor = tensor;
        this.channels = channels;
        this.transforms = List.copyOf(transforms);
    }

    /** Channel, z, y, x with x fastest: for a network's input without its batch axis. */
    public float[] tensor() {
        return tensor;
    }

    public int channels() {
        return channels;
    }

    /** The grid of the tensor. */
    public VolumeGrid grid() {
        return transforms.getLast().target();
    }

    /** The grid of the image before the recipe. */
    public VolumeGrid imageGrid() {
        return transforms.getFirst().source();
    }

    /** {channels, depth, height, width}. */
    public long[] shape() {
        return new long[] {channels, grid().depth(), grid().height(), grid().width()};
    }

    /** Puts labels on the tensor's grid back onto the image's grid; what the recipe cut off becomes background. */
    public LabelVolume invertLabels(byte[] labels) {
        LabelVolume current = new LabelVolume(grid(), labels);
        for (GridTransform transform : transforms.reversed()) {
            current = transform.inverse().apply(current);
        }
        return new LabelVolume(imageGrid(), current.labels());
    }

    /**
     * Puts class probabilities on the tensor's grid back onto the image's grid, linearly; what the recipe cut off is background
     * (class 0) with probability 1.
     *
     * @param probabilities class, z, y, x
     * @return one volume for each class
     */
    public List<Volume> invertProbabilities(float[] probabilities, int classes) {
        int length = grid().voxelCount();
        if (probabilities.length != (long) length * classes) {
            throw new IllegalArgumentException("%d probabilities are not %d classes of %s voxels"
                    .formatted(probabilities.length, classes, grid().sizeText()));
        }
        List<Volume> inverted = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            float[] voxels = new float[length];
            System.arraycopy(probabilities, label * length, voxels, 0, length);
            inverted.add(invert(new Volume(grid(), voxels), label == 0 ? 1 : 0));
        }
        return List.copyOf(inverted);
    }

    /** Puts any map on the tensor's grid back onto the image's grid, linearly. */
    public Volume invert(Volume map, float fill) {
        Volume current = map;
        for (GridTransform transform : transforms.reversed()) {
            current = transform.inverse().apply(current, fill);
        }
        return new Volume(imageGrid(), current.voxels());
    }
}
