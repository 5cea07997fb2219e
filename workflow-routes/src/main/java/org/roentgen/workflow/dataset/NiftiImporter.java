package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.workflow.configuration.Deidentified;

/** Image and label pairs: {@code images/NAME.nii.gz} and {@code labels/NAME.nii.gz}, at any depth. */
@ApplicationScoped
class NiftiImporter implements DatasetImporter {
    private static final double PLACE_TOLERANCE_MM = 0.01;
    private static final Set<String> IMAGE_FOLDERS = Set.of("images", "imagestr");
    private static final Set<String> LABEL_FOLDERS = Set.of("labels", "labelstr");
    private final ObjectStore objects;

    NiftiImporter(@Deidentified ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.NIFTI;
    }

    @Override
    public ImportedData read(ImportRequest request, Path work) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<String> files = new UploadArchive(UploadArchive.Limits.DEFAULT)
                .unpack(objects.file(request.upload().orElseThrow()), work);
        Map<String, String> images = filesIn(IMAGE_FOLDERS, files, problems);
        Map<String, String> labels = filesIn(LABEL_FOLDERS, files, problems);
        reportMissingPartners(images, labels, problems);
        if (images.isEmpty()) {
            problems.add(Problem.error(
                    "images/",
                    "the upload has no NIfTI file in a folder 'images'",
                    "put images and labels into folders of these names"));
        }
        List<ImportedCase> cases = new ArrayList<>();
        SortedSet<Integer> values = new TreeSet<>();
        for (Map.Entry<String, String> image : images.entrySet()) {
            String label = labels.get(image.getKey());
            if (label != null) {
                pair(request, work, image.getValue(), label, problems).ifPresent(pair -> {
                    cases.add(pair.imported());
                    values.addAll(pair.values());
                });
            }
        }
        return new ImportedData(Task.SEGMENTATION, definitions(request.options(), values), cases, problems);
    }

    private record Pair(ImportedCase imported, SortedSet<Integer> values) {}

    private Optional<Pair> pair(
            ImportRequest request, Path work, String imageFile, String labelFile, List<Problem> problems)
            throws IOException {
        Optional<Volume> image = readImage(work, imageFile, problems);
        Optional<LabelVolume> labels = readLabels(work, labelFile, problems);
        if (image.isEmpty() || labels.isEmpty() || !agree(image.get(), imageFile, labels.get(), labelFile, problems)) {
            return Optional.empty();
        }
        SortedSet<Integer> values = labels.get().present();
        checkValues(request.options(), values, labelFile, problems);
        Volume volume = image.get();
        String stem = CaseNames.stem(imageFile);
        return Optional.of(new Pair(
                new ImportedCase(
                        new ImportedCase.CaseIdentity(
                                stem,
                                CaseNames.patient(imageFile, request.options().patients()),
                                imageFile),
                        Optional.empty(),
                        store(work, imageFile),
                        ReferenceStandard.ofMask(store(work, labelFile)),
                        values.toString(),
                        ContentHash.of(
                                volume.voxels(),
                                volume.grid().width(),
                                volume.grid().height(),
                                volume.grid().depth())),
                values));
    }

    private static Optional<Volume> readImage(Path work, String file, List<Problem> problems) throws IOException {
        try {
            Volume volume = NiftiReader.read(work.resolve(file));
            if (isConstant(volume.voxels())) {
                problems.add(
                        Problem.error(file, "every voxel has the same value", "remove the case or export it again"));
                return Optional.empty();
            }
            return Optional.of(volume);
        } catch (ImageFormatException e) {
            problems.add(Problem.error(file, "cannot be read as NIfTI: " + e.getMessage(), "export it again"));
            return Optional.empty();
        }
    }

    private static Optional<LabelVolume> readLabels(Path work, String file, List<Problem> problems) throws IOException {
        try {
            return Optional.of(NiftiReader.readLabels(work.resolve(file)));
        } catch (ImageFormatException e) {
            problems.add(
                    Problem.error(file, "cannot be read as a NIfTI label map: " + e.getMessage(), "export it again"));
            return Optional.empty();
        }
    }

    private static boolean agree(
            Volume image, String imageFile, LabelVolume labels, String labelFile, List<Problem> problems) {
        if (!image.grid().hasSizeOf(labels.grid())) {
            problems.add(Problem.error(
                    labelFile,
                    "has shape " + labels.grid().sizeText() + ", its image " + imageFile + " has "
                            + image.grid().sizeText(),
                    "export the label map on the grid of its image"));
            return false;
        }
        if (!image.grid().coincidesWith(labels.grid(), PLACE_TOLERANCE_MM)) {
            problems.add(Problem.warning(
                    labelFile,
                    "its header places it elsewhere than its image " + imageFile,
                    "the voxels are paired by index; check that the label map is not flipped"));
        }
        return true;
    }

    private static void checkValues(
            ImportOptions options, SortedSet<Integer> values, String file, List<Problem> problems) {
        if (options.labels().isEmpty()) {
            return;
        }
        Set<Integer> allowed =
                options.labels().stream().map(LabelDefinition::value).collect(Collectors.toSet());
        values.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> problems.add(Problem.error(
                        file,
                        "holds the label value " + value + ", which is not one of " + new TreeSet<>(allowed),
                        "name the value in 'labels' or correct the label map")));
    }

    private static List<LabelDefinition> definitions(ImportOptions options, SortedSet<Integer> values) {
        if (!options.labels().isEmpty()) {
            return options.labels();
        }
        return values.stream()
                .map(value -> new LabelDefinition(value, "label-" + value, Optional.empty()))
                .toList();
    }

    private ImageReference store(Path work, String file) throws IOException {
        return new ImageReference(objects.put(work.resolve(file)), ImageEncoding.NIFTI, 0);
    }

    private static boolean isConstant(float[] voxels) {
        for (float voxel : voxels) {
            if (voxel != voxels[0]) {
                return false;
            }
        }
        return true;
    }

    /** The NIfTI files whose folder has one of these names, by case name. */
    private static Map<String, String> filesIn(Set<String> folders, List<String> files, List<Problem> problems) {
        Map<String, String> found = new TreeMap<>();
        for (String file : files) {
            int end = file.lastIndexOf('/');
            String folder = end < 0 ? "" : CaseNames.fileName(file.substring(0, end));
            if (!folders.contains(folder.toLowerCase(Locale.ROOT))) {
                continue;
            }
            String lower = file.toLowerCase(Locale.ROOT);
            if (!lower.endsWith(".nii") && !lower.endsWith(".nii.gz")) {
                problems.add(Problem.error(file, "is not named .nii or .nii.gz", "remove it or convert it to NIfTI"));
                continue;
            }
            String earlier = found.putIfAbsent(CaseNames.stem(file), file);
            if (earlier != null) {
                problems.add(Problem.error(file, "has the same case name as " + earlier, "rename one of them"));
            }
        }
        return found;
    }

    private static void reportMissingPartners(
            Map<String, String> images, Map<String, String> labels, List<Problem> problems) {
        images.forEach((name, file) -> {
            if (!labels.containsKey(name)) {
                problems.add(Problem.error(file, "has no label map of the same name", "add it or remove the image"));
            }
        });
        labels.forEach((name, file) -> {
            if (!images.containsKey(name)) {
                problems.add(Problem.error(file, "has no image of the same name", "add it or remove the label map"));
            }
        });
    }
}
