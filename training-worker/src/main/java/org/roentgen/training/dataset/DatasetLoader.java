package org.roentgen.training.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.GeometryStep;
import org.roentgen.imaging.recipe.GridTransform;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.imaging.recipe.Recipe;

/** The cases of one dataset version. */
public final class DatasetLoader {
    private final DatasetManifest manifest;
    private final CaseReader reader;

    /** @throws RoentgenException when a split that training needs is empty */
    public DatasetLoader(DatasetManifest manifest, ObjectStore store) {
        this.manifest = manifest;
        this.reader = new CaseReader(store);
        for (Split split : Split.values()) {
            if (cases(split).isEmpty()) {
                throw new RoentgenException(
                        ErrorCode.INVALID_DATASET,
                        "The dataset version has no case in its " + split
                                + " split; import it again with more cases or another split");
            }
        }
    }

    /** A definition for every class in order, so that the position is the class; what the dataset leaves out is filled in. */
    public List<LabelDefinition> labels() {
        return IntStream.range(0, classes()).mapToObj(this::label).toList();
    }

    private LabelDefinition label(int value) {
        return manifest.labels().stream()
                .filter(label -> label.value() == value)
                .findFirst()
                .orElseGet(() ->
                        new LabelDefinition(value, value == 0 ? "background" : "label " + value, Optional.empty()));
    }

    /** Number of classes, background included. */
    public int classes() {
        return manifest.labels().stream().mapToInt(LabelDefinition::value).max().orElse(0) + 1;
    }

    /** Train cases of each class or finding; zeros for a segmentation, whose cases hold many. */
    public List<Integer> trainCases() {
        List<DatasetCase> train = cases(Split.TRAIN);
        return IntStream.range(0, classes())
                .mapToObj(value -> (int) train.stream()
                        .filter(each -> each.labels().contains(value)
                                || (each.label().isPresent() && each.label().getAsInt() == value))
                        .count())
                .toList();
    }

    public List<DatasetCase> cases(Split split) {
        return manifest.cases().stream().filter(each -> each.split() == split).toList();
    }

    /** Measures the training images, volumes turned to one direction. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(cases(Split.TRAIN).stream().map(each -> turned(read(each))));
    }

    private static List<Volume> turned(List<Volume> channels) {
        VolumeGrid grid = channels.getFirst().grid();
        if (grid.depth() == 1) {
            return channels;
        }
        GridTransform turn = new GeometryStep.Orient("RAS").plan(grid);
        return channels.stream().map(channel -> turn.apply(channel, 0)).toList();
    }

    /** Reads and preprocesses the cases of a split. */
    public List<PreparedCase> prepare(Split split, Recipe recipe) {
        List<PreparedCase> prepared = new ArrayList<>();
        for (DatasetCase each : cases(split)) {
            prepared.add(prepare(each, recipe));
        }
        return prepared;
    }

    private PreparedCase prepare(DatasetCase each, Recipe recipe) {
        Preprocessed image = recipe.apply(read(each));
        if (manifest.task() == Task.CLASSIFICATION) {
            byte label = (byte) checked(each, each.label().orElse(-1));
            return new PreparedCase(each, image, new byte[] {label}, Optional.empty());
        }
        if (manifest.task() == Task.MULTI_LABEL_CLASSIFICATION) {
            byte[] present = new byte[classes()];
            each.labels().forEach(label -> present[checked(each, label)] = 1);
            return new PreparedCase(each, image, present, Optional.empty());
        }
        LabelVolume reference = labels(each);
        reference.present().forEach(label -> checked(each, label));
        byte[] target = recipe.applyToLabels(reference, image.imageGrid()).labels();
        return new PreparedCase(
                each, image, target, Optional.of(new LabelVolume(image.imageGrid(), reference.labels())));
    }

    private int checked(DatasetCase each, int label) {
        if (label < 0 || label >= classes()) {
            throw new RoentgenException(
                    ErrorCode.INVALID_DATASET,
                    "Case " + each.id() + " has the label " + label + ", but the dataset version declares labels up to "
                            + (classes() - 1));
        }
        return label;
    }

    /** The channels of a case's image as they are stored. */
    public List<Volume> read(DatasetCase each) {
        try {
            return reader.image(each.image());
        } catch (IOException e) {
            throw unreadable(each, "image", e);
        }
    }

    private LabelVolume labels(DatasetCase each) {
        try {
            return reader.labels(each.mask()
                    .orElseThrow(() -> new RoentgenException(
                            ErrorCode.INVALID_DATASET, "Case " + each.id() + " has no mask to learn from")));
        } catch (IOException e) {
            throw unreadable(each, "mask", e);
        }
    }

    private static RuntimeException unreadable(DatasetCase each, String part, IOException e) {
        return e instanceof ImageFormatException
                ? new RoentgenException(
                        ErrorCode.INVALID_DATASET, "The " + part + " of case " + each.id() + ": " + e.getMessage(), e)
                : new UncheckedIOException("The " + part + " of case " + each.id() + " cannot be read", e);
    }
}
