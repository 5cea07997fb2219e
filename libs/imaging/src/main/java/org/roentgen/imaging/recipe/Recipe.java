package org.roentgen.imaging.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/**
 * An ordered list of preprocessing steps. The same document and the same image give the same bits, in training and in inference.
 * Two-dimensional images are volumes of depth 1.
 */
public record Recipe(int schemaVersion, List<RecipeStep> steps) {
    public static final int SCHEMA_VERSION = 1;

    @JsonCreator
    public Recipe(
            @JsonProperty(value = "schemaVersion", required = true) int schemaVersion,
            @JsonProperty(value = "steps", required = true) List<RecipeStep> steps) {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("Recipe schema version %d is not known: this code reads version %d"
                    .formatted(schemaVersion, SCHEMA_VERSION));
        }
        this.schemaVersion = schemaVersion;
        this.steps = List.copyOf(steps);
    }

    public static Recipe of(RecipeStep... steps) {
        return new Recipe(SCHEMA_VERSION, List.of(steps));
    }

    public Preprocessed apply(Volume image) {
        return apply(List.of(image));
    }

    /**
     * Applies the steps to each channel of an image; statistics are those of the channel. Voxels that are not finite count as 0.
     *
     * @param channels on the same grid
     */
    public Preprocessed apply(List<Volume> channels) {
        VolumeGrid grid = channels.getFirst().grid();
        List<float[]> tensors = new ArrayList<>();
        for (Volume channel : channels) {
            if (!channel.grid().coincidesWith(grid, 1e-3)) {
                throw new IllegalArgumentException("The channels of an image must lie on one grid: %s and %s do not"
                        .formatted(grid.sizeText(), channel.grid().sizeText()));
            }
            tensors.add(applyToChannel(channel));
        }
        int repeats = steps.stream()
                .mapToInt(step -> step instanceof RepeatChannel(int count) ? count : 1)
                .reduce(1, Math::multiplyExact);
        return new Preprocessed(concatenate(tensors, repeats), tensors.size() * repeats, plan(grid));
    }

    private float[] applyToChannel(Volume channel) {
        float[] copy = channel.voxels().clone();
        for (int index = 0; index < copy.length; index++) {
            if (!Float.isFinite(copy[index])) {
                copy[index] = 0;
            }
        }
        Volume current = new Volume(channel.grid(), copy);
        for (RecipeStep step : steps) {
            switch (step) {
                case GeometryStep geometry ->
                    current = geometry.plan(current.grid()).apply(current, 0);
                case IntensityStep intensity -> intensity.applyTo(current.voxels());
                case RepeatChannel ignored -> {}
            }
        }
        return current.voxels();
    }

    /**
     * Takes the reference labels of an image through the geometry steps, by nearest neighbour.
     *
     * @throws IllegalArgumentException when the labels do not lie on the image's grid
     */
    public LabelVolume applyToLabels(LabelVolume labels, VolumeGrid imageGrid) {
        if (!labels.grid().coincidesWith(imageGrid, 0.5)) {
            throw new IllegalArgumentException(
                    "The label map (%s voxels) does not lie on the grid of its image (%s voxels)"
                            .formatted(labels.grid().sizeText(), imageGrid.sizeText()));
        }
        LabelVolume current = new LabelVolume(imageGrid, labels.labels());
        for (GridTransform transform : plan(imageGrid)) {
            current = transform.apply(current);
        }
        return current;
    }

    /** The grid that an image of a given grid ends on. */
    public VolumeGrid targetGrid(VolumeGrid imageGrid) {
        return plan(imageGrid).stream().map(GridTransform::target).reduce(imageGrid, (before, after) -> after);
    }

    private List<GridTransform> plan(VolumeGrid grid) {
        List<GridTransform> transforms = new ArrayList<>();
        VolumeGrid current = grid;
        for (RecipeStep step : steps) {
            if (step instanceof GeometryStep geometry) {
                GridTransform transform = geometry.plan(current);
                transforms.add(transform);
                current = transform.target();
            }
        }
        return transforms.isEmpty() ? List.of(identity(grid)) : List.copyOf(transforms);
    }

    private static GridTransform identity(VolumeGrid grid) {
        return new GeometryStep.CropOrPad(List.of(0, 0, 0)).plan(grid);
    }

    private static float[] concatenate(List<float[]> channels, int repeats) {
        int length = channels.getFirst().length;
        float[] tensor = new float[Math.multiplyExact(length, channels.size() * repeats)];
        for (int index = 0; index < channels.size() * repeats; index++) {
            System.arraycopy(channels.get(index / repeats), 0, tensor, index * length, length);
        }
        return tensor;
    }
}
