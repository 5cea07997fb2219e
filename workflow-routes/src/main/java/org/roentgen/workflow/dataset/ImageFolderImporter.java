package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Deidentified;

/**
 * PNG and JPEG images in folders named by class, optionally under {@code train}, {@code val} and {@code test}. Images are
 * stored as PNG of their pixels alone: what a camera or a program wrote beside them stays behind.
 */
@ApplicationScoped
class ImageFolderImporter implements DatasetImporter {
    private static final Map<String, Split> SPLITS = Map.of(
            "train", Split.TRAIN,
            "val", Split.TUNE,
            "valid", Split.TUNE,
            "validation", Split.TUNE,
            "tune", Split.TUNE,
            "test", Split.TEST);
    private final ObjectStore objects;

    ImageFolderImporter(@Deidentified ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.IMAGE_FOLDER;
    }

    @Override
    public ImportedData read(ImportRequest request, Path work) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<String> files = new UploadArchive(UploadArchive.Limits.DEFAULT)
                .unpack(objects.file(request.upload().orElseThrow()), work);
        List<Placed> placed = new ArrayList<>();
        for (String file : files.stream().sorted().toList()) {
            place(file, problems).ifPresent(placed::add);
        }
        List<LabelDefinition> labels = labels(request.options(), placed, problems);
        List<ImportedCase> cases = new ArrayList<>();
        for (Placed image : placed) {
            Optional<LabelDefinition> label = labels.stream()
                    .filter(definition -> definition.name().equals(image.className()))
                    .findFirst();
            if (label.isEmpty()) {
                problems.add(Problem.error(
                        image.file(),
                        "its folder '" + image.className() + "' is not one of the named labels",
                        "name the label in 'labels' or rename the folder"));
                continue;
            }
            read(request, work, image, label.get(), problems).ifPresent(cases::add);
        }
        return new ImportedData(Task.CLASSIFICATION, labels, cases, problems);
    }

    private record Placed(String file, String className, Optional<Split> split) {}

    private static Optional<Placed> place(String file, List<Problem> problems) {
        String lower = file.toLowerCase(Locale.ROOT);
        String[] parts = file.split("/");
        if (!lower.endsWith(".png") && !lower.endsWith(".jpg") && !lower.endsWith(".jpeg")) {
            problems.add(Problem.error(file, "is neither PNG nor JPEG", "remove it or convert it"));
            return Optional.empty();
        }
        if (parts.length < 2) {
            problems.add(Problem.error(file, "is in no folder named by its class", "put it into one"));
            return Optional.empty();
        }
        Optional<Split> split = parts.length < 3
                ? Optional.empty()
                : Optional.ofNullable(SPLITS.get(parts[parts.length - 3].toLowerCase(Locale.ROOT)));
        return Optional.of(new Placed(file, parts[parts.length - 2], split));
    }

    private static List<LabelDefinition> labels(ImportOptions options, List<Placed> placed, List<Problem> problems) {
        if (!options.labels().isEmpty()) {
            return options.labels();
        }
        Set<String> names = new TreeSet<>();
        placed.forEach(image -> names.add(image.className()));
        if (names.size() < 2) {
            problems.add(Problem.error(
                    "/", "the upload has " + names.size() + " class folders with images", "give at least two"));
        }
        List<LabelDefinition> labels = new ArrayList<>();
        names.forEach(name -> labels.add(new LabelDefinition(labels.size(), name, Optional.empty())));
        return labels;
    }

    private Optional<ImportedCase> read(
            ImportRequest request, Path work, Placed image, LabelDefinition label, List<Problem> problems)
            throws IOException {
        Optional<BufferedImage> pixels = RasterReader.read(work.resolve(image.file()), image.file(), problems);
        if (pixels.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(pixels.get(), "png", png);
        ImageReference reference = new ImageReference(objects.put(png.toByteArray()), ImageEncoding.RASTER, 0);
        return Optional.of(new ImportedCase(
                new ImportedCase.CaseIdentity(
                        image.file(),
                        CaseNames.patient(image.file(), request.options().patients()),
                        image.file()),
                image.split(),
                reference,
                Optional.empty(),
                OptionalInt.of(label.value()),
                label.name(),
                reference.object().value()));
    }
}
