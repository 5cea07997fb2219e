package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.nifti.NiftiWriter;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.dataset.ImageLabels.Labelled;

/**
 * PNG, JPEG and NIfTI images with the labels of their folders ({@link FolderLabels}) or of a sheet ({@link LabelSheet}). Images
 * are stored as PNG or NIfTI of their voxels alone: what a camera or a program wrote beside them stays behind.
 */
@ApplicationScoped
class ImageFolderImporter implements DatasetImporter {
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
        ImageLabels said = imageLabels(files, work, request.options(), problems);
        List<LabelDefinition> labels = definitions(request.options(), said);
        Map<String, Integer> values = new HashMap<>();
        labels.forEach(label -> values.put(label.name(), label.value()));
        List<ImportedCase> cases = new ArrayList<>();
        for (Labelled image : said.images()) {
            List<String> unknown = image.names().stream()
                    .filter(name -> !values.containsKey(name))
                    .toList();
            if (unknown.isEmpty()) {
                read(request, work, image, standard(said.task(), image, values), problems)
                        .ifPresent(cases::add);
            } else {
                problems.add(Problem.error(
                        image.file(),
                        "its label '" + unknown.getFirst() + "' is not one of the named labels",
                        "name the label in 'labels', or rename it"));
            }
        }
        return new ImportedData(said.task(), labels, cases, problems);
    }

    private static ImageLabels imageLabels(List<String> files, Path work, ImportOptions options, List<Problem> problems)
            throws IOException {
        List<String> images = new ArrayList<>();
        List<String> sheets = new ArrayList<>();
        for (String file : files.stream().sorted().toList()) {
            if (LabelSheet.isSheet(file)) {
                sheets.add(file);
            } else if (isRaster(file) || isNifti(file)) {
                images.add(file);
            } else if (!file.equals(AttributeTable.FILE)) {
                problems.add(Problem.error(file, "is neither PNG nor JPEG nor NIfTI", "remove it or convert it"));
            }
        }
        if (images.stream().anyMatch(ImageFolderImporter::isRaster)
                && images.stream().anyMatch(ImageFolderImporter::isNifti)) {
            problems.add(Problem.error("/", "the upload mixes pictures and volumes", "make a data set of each"));
        }
        if (sheets.isEmpty()) {
            return FolderLabels.of(images, options.task().orElse(Task.CLASSIFICATION), problems);
        }
        if (sheets.size() > 1) {
            problems.add(Problem.error(sheets.getLast(), "is a second sheet", "give one labels.csv for all images"));
        }
        String sheet = sheets.getFirst();
        try {
            return LabelSheet.read(sheet, Files.readAllLines(work.resolve(sheet)), images, problems);
        } catch (MalformedInputException e) {
            problems.add(Problem.error(sheet, "is no text in UTF-8", "save it as CSV in UTF-8"));
            return new ImageLabels(Task.CLASSIFICATION, List.of(), List.of());
        }
    }

    private static List<LabelDefinition> definitions(ImportOptions options, ImageLabels said) {
        if (!options.labels().isEmpty()) {
            return options.labels();
        }
        List<LabelDefinition> labels = new ArrayList<>();
        said.names().forEach(name -> labels.add(new LabelDefinition(labels.size(), name, Optional.empty())));
        return labels;
    }

    private static ReferenceStandard standard(Task task, Labelled image, Map<String, Integer> values) {
        List<Integer> present =
                image.names().stream().map(name -> values.getOrDefault(name, 0)).toList();
        return task == Task.CLASSIFICATION
                ? ReferenceStandard.ofClass(present.getFirst())
                : ReferenceStandard.ofFindings(present);
    }

    private static boolean isRaster(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    private static boolean isNifti(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return lower.endsWith(".nii") || lower.endsWith(".nii.gz");
    }

    private Optional<ImportedCase> read(
            ImportRequest request, Path work, Labelled image, ReferenceStandard standard, List<Problem> problems)
            throws IOException {
        Optional<ImageReference> stored =
                isNifti(image.file()) ? volume(work, image.file(), problems) : picture(work, image.file(), problems);
        return stored.map(reference -> new ImportedCase(
                new ImportedCase.CaseIdentity(
                        image.file(),
                        image.patient()
                                .orElseGet(() -> CaseNames.patient(
                                        image.file(), request.options().patients())),
                        image.file()),
                image.split(),
                reference,
                standard,
                String.join("+", image.names()),
                reference.object().value()));
    }

    private Optional<ImageReference> picture(Path work, String file, List<Problem> problems) throws IOException {
        Optional<BufferedImage> pixels = RasterReader.read(work.resolve(file), file, problems);
        if (pixels.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(pixels.get(), "png", png);
        return Optional.of(new ImageReference(objects.put(png.toByteArray()), ImageEncoding.RASTER, 0));
    }

    private Optional<ImageReference> volume(Path work, String file, List<Problem> problems) throws IOException {
        try {
            Volume volume = NiftiReader.read(work.resolve(file));
            Path plain = work.resolve("stored.nii.gz");
            NiftiWriter.write(volume, plain);
            return Optional.of(new ImageReference(objects.put(plain), ImageEncoding.NIFTI, 0));
        } catch (ImageFormatException e) {
            problems.add(Problem.error(file, "cannot be read as NIfTI: " + e.getMessage(), "export it again"));
            return Optional.empty();
        }
    }
}
