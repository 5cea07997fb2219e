package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.numpy.NpyReader;
import org.roentgen.imaging.numpy.NumpyArray;
import org.roentgen.workflow.configuration.Deidentified;

/**
 * A NumPy archive with the arrays {@code train_images} (N, height, width) or (N, height, width, channels), {@code train_labels}
 * (N) or (N, 1) with the class of each image or (N, findings) with 0 and 1, and the same for {@code val} and {@code test}.
 */
@ApplicationScoped
class NpzImporter implements DatasetImporter {
    private static final UploadArchive.Limits LIMITS = new UploadArchive.Limits(64, 4L << 30, 8L << 30);
    private final ObjectStore objects;

    NpzImporter(@Deidentified ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.NPZ;
    }

    @Override
    public ImportedData read(ImportRequest request, Path work) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<String> files =
                new UploadArchive(LIMITS).unpack(objects.file(request.upload().orElseThrow()), work);
        Map<Split, Part> parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            read(prefix(split), files, work, problems).ifPresent(part -> parts.put(split, part));
        }
        if (!parts.containsKey(Split.TRAIN) && problems.isEmpty()) {
            problems.add(Problem.error(
                    "train_images.npy", "the upload has no such array", "name the arrays train_images, train_labels"));
        }
        checkShapes(parts, problems);
        Task task = parts.values().stream().anyMatch(part -> part.columns() > 1)
                ? Task.MULTI_LABEL_CLASSIFICATION
                : request.options().task().orElse(Task.CLASSIFICATION);
        List<LabelDefinition> labels = task == Task.MULTI_LABEL_CLASSIFICATION
                ? findings(request.options(), parts, problems)
                : labels(request.options(), parts, problems);
        List<ImportedCase> cases = new ArrayList<>();
        parts.forEach((split, part) -> addCases(part, split, task, cases));
        return new ImportedData(task, labels, cases, problems);
    }

    /**
     * The arrays of a split.
     *
     * @param columns values for each image in {@code labels}
     */
    private record Part(String prefix, NumpyArray images, int[] labels, int columns, ObjectId object) {
        List<Integer> findings(int index) {
            return IntStream.range(0, columns)
                    .filter(column -> labels[index * columns + column] == 1)
                    .boxed()
                    .toList();
        }
    }

    private Optional<Part> read(String prefix, List<String> files, Path work, List<Problem> problems)
            throws IOException {
        String images = prefix + "_images.npy";
        String labels = prefix + "_labels.npy";
        if (!files.contains(images) && !files.contains(labels)) {
            return Optional.empty();
        }
        Optional<NumpyArray> pixels = array(images, files, work, problems);
        Optional<NumpyArray> classes = array(labels, files, work, problems);
        if (pixels.isEmpty() || classes.isEmpty()) {
            return Optional.empty();
        }
        int before = problems.size();
        check(pixels.get(), images, classes.get(), labels, problems);
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            List<Integer> shape = classes.get().shape();
            int columns = shape.size() == 1 ? 1 : shape.get(1);
            return Optional.of(new Part(
                    prefix, pixels.get(), classes.get().integers(), columns, objects.put(work.resolve(images))));
        } catch (ImageFormatException e) {
            problems.add(Problem.error(labels, String.valueOf(e.getMessage()), "give whole numbers from 0"));
            return Optional.empty();
        }
    }

    private static Optional<NumpyArray> array(String name, List<String> files, Path work, List<Problem> problems)
            throws IOException {
        if (!files.contains(name)) {
            problems.add(Problem.error(name, "the upload has no such array", "add it"));
            return Optional.empty();
        }
        try (InputStream input = new BufferedInputStream(Files.newInputStream(work.resolve(name)))) {
            return Optional.of(NpyReader.read(input, name));
        } catch (ImageFormatException e) {
            problems.add(Problem.error(
                    name, String.valueOf(e.getMessage()), "save it with numpy.savez as an array of numbers"));
            return Optional.empty();
        }
    }

    private static void check(
            NumpyArray images, String imagesName, NumpyArray labels, String labelsName, List<Problem> problems) {
        List<Integer> shape = images.shape();
        boolean colour = shape.size() == 4 && (shape.get(3) == 1 || shape.get(3) == 3);
        if (shape.size() != 3 && !colour) {
            problems.add(Problem.error(
                    imagesName,
                    "has shape " + images.shapeText() + ", not (N, height, width) or (N, height, width, 1 or 3)",
                    "reshape it"));
            return;
        }
        boolean flat = labels.shape().size() == 1
                || (labels.shape().size() == 2 && labels.shape().get(1) > 0);
        if (!flat || !labels.shape().getFirst().equals(shape.getFirst())) {
            problems.add(Problem.error(
                    labelsName,
                    "has shape " + labels.shapeText() + " for images of shape " + images.shapeText(),
                    "give one label for each image: shape (" + shape.getFirst() + ") or (" + shape.getFirst()
                            + ", 1); or 0 and 1 for each finding: shape (" + shape.getFirst() + ", findings)"));
        }
        if (shape.getFirst() == 0) {
            problems.add(Problem.error(imagesName, "holds no image", "leave the array out or fill it"));
        }
    }

    private static void checkShapes(Map<Split, Part> parts, List<Problem> problems) {
        Optional<Part> first = parts.values().stream().findFirst();
        first.ifPresent(reference -> parts.values().stream()
                .filter(part -> !imageShape(part).equals(imageShape(reference)))
                .forEach(part -> problems.add(Problem.error(
                        part.prefix() + "_images.npy",
                        "has images of shape " + imageShape(part) + ", " + reference.prefix() + "_images.npy has "
                                + imageShape(reference),
                        "scale all images to one shape"))));
    }

    private static List<Integer> imageShape(Part part) {
        return part.images().shape().subList(1, part.images().shape().size());
    }

    private static List<LabelDefinition> labels(ImportOptions options, Map<Split, Part> parts, List<Problem> problems) {
        SortedSet<Integer> values = new TreeSet<>();
        parts.values().forEach(part -> {
            for (int value : part.labels()) {
                values.add(value);
            }
        });
        if (!values.isEmpty() && values.first() < 0) {
            problems.add(Problem.error("*_labels.npy", "holds the label " + values.first(), "count classes from 0"));
        }
        if (options.labels().isEmpty()) {
            List<LabelDefinition> labels = new ArrayList<>();
            for (int value = 0; !values.isEmpty() && value <= Math.min(values.last(), 9_999); value++) {
                labels.add(new LabelDefinition(value, "class-" + value, Optional.empty()));
            }
            return labels;
        }
        List<Integer> known =
                options.labels().stream().map(LabelDefinition::value).toList();
        values.stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> problems.add(Problem.error(
                        "*_labels.npy",
                        "holds the label " + value + ", which is not one of " + known,
                        "name it in 'labels'")));
        return options.labels();
    }

    /** A label for each column, whose values must be 0 and 1. */
    private static List<LabelDefinition> findings(
            ImportOptions options, Map<Split, Part> parts, List<Problem> problems) {
        int columns = parts.values().stream().mapToInt(Part::columns).max().orElse(0);
        for (Part part : parts.values()) {
            String name = part.prefix() + "_labels.npy";
            if (part.columns() != columns) {
                problems.add(Problem.error(
                        name,
                        "has " + part.columns() + " findings, another array has " + columns,
                        "give all arrays the same columns"));
            }
            if (IntStream.of(part.labels()).anyMatch(value -> value != 0 && value != 1)) {
                problems.add(Problem.error(name, "holds values other than 0 and 1", "give 1 where a finding is"));
            }
        }
        if (!options.labels().isEmpty() && options.labels().size() != columns) {
            problems.add(Problem.error(
                    "*_labels.npy",
                    "has " + columns + " findings, but " + options.labels().size() + " labels are named",
                    "name one label for each column"));
        }
        return !options.labels().isEmpty()
                ? options.labels()
                : IntStream.range(0, columns)
                        .mapToObj(column -> new LabelDefinition(column, "finding-" + column, Optional.empty()))
                        .toList();
    }

    private static void addCases(Part part, Split split, Task task, List<ImportedCase> cases) {
        int count = part.images().shape().getFirst();
        int size = part.images().size() / count;
        for (int index = 0; index < count; index++) {
            String id = String.format(Locale.ROOT, "%s-%06d", part.prefix(), index);
            ReferenceStandard standard = task == Task.MULTI_LABEL_CLASSIFICATION
                    ? ReferenceStandard.ofFindings(part.findings(index))
                    : ReferenceStandard.ofClass(part.labels()[index]);
            cases.add(new ImportedCase(
                    new ImportedCase.CaseIdentity(id, id, part.prefix() + "_images.npy[" + index + "]"),
                    Optional.of(split),
                    new ImageReference(part.object(), ImageEncoding.NPY, index),
                    standard,
                    standard.label().isPresent()
                            ? Integer.toString(standard.label().getAsInt())
                            : standard.findings().toString(),
                    ContentHash.of(part.images().floats(index * size, size), size)));
        }
    }

    private static String prefix(Split split) {
        return switch (split) {
            case TRAIN -> "train";
            case TUNE -> "val";
            case TEST -> "test";
        };
    }
}
