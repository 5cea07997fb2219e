package org.roentgen.inference.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.PackageSignature;
import org.roentgen.domain.object.ObjectDirectory;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.nifti.NiftiWriter;
import org.roentgen.imaging.numpy.NpzWriter;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.imaging.synthetic.SyntheticCohort;
import org.roentgen.inference.ThresholdModel;
import org.roentgen.local.KeyFiles;
import org.roentgen.objectstore.FileObjectStore;

/** The command on files of every kind, with models whose answer is known. */
class PredictCommandTest {
    private static final float THRESHOLD = 300.5f;

    @TempDir
    private Path folder;

    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path home = Path.of("");
    private Path segmenter = Path.of("");
    private Path classifier = Path.of("");
    private Path findings = Path.of("");
    private String storedSegmenter = "";

    @BeforeEach
    void makePackages() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        KeyFiles keys = KeyFiles.in(Files.createDirectory(home.resolve("keys")));
        ObjectStore store = new FileObjectStore(home.resolve("objects/deidentified"));
        var key = PackageSignature.readPrivateKey(keys.signingPrivate());
        ObjectId stored = ThresholdModel.store(store, json, THRESHOLD, key);
        storedSegmenter = stored.value();
        segmenter = export(store, stored, "segmenter");
        findings = export(store, BrightnessModel.store(store, json, key, Task.MULTI_LABEL_CLASSIFICATION), "findings");
        classifier = export(store, BrightnessModel.store(store, json, key, Task.CLASSIFICATION), "classifier");
    }

    private Path export(ObjectStore store, ObjectId model, String name) throws IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        for (Map.Entry<String, ObjectId> entry : json.readValue(store.read(model), ObjectDirectory.class)
                .entries()
                .entrySet()) {
            Files.write(target.resolve(entry.getKey()), store.read(entry.getValue()));
        }
        return target;
    }

    @Test
    void masksOfVolumesLieExactlyOnThem() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images/sub"));
        Affine oblique = new Affine(
                new Vector3(0.8, 0.6, 0),
                new Vector3(-0.9, 1.2, 0),
                new Vector3(0, 0, -2.5),
                new Vector3(-31.25, 7, 90));
        Volume first = ramp(new VolumeGrid(7, 9, 5, oblique));
        Volume second = ramp(new VolumeGrid(10, 8, 6, Affine.IDENTITY));
        NiftiWriter.write(first, images.resolve("a_1.nii.gz"));
        NiftiWriter.write(second, folder.resolve("images/b.nii"));
        Files.writeString(folder.resolve("images/README.txt"), "not an image");
        Files.writeString(folder.resolve("images/._b.nii"), "what a Mac leaves behind");

        assertThat(predict("--model", segmenter, folder.resolve("images"), folder.resolve("masks")))
                .isZero();

        assertMask(first, folder.resolve("masks/sub/a_1.nii.gz"));
        assertMask(second, folder.resolve("masks/b.nii.gz"));
        nibabelFindsOneGrid(images.resolve("a_1.nii.gz"), folder.resolve("masks/sub/a_1.nii.gz"));
        nibabelFindsOneGrid(folder.resolve("images/b.nii"), folder.resolve("masks/b.nii.gz"));
    }

    @Test
    void maskOfOneVolumeTakesTheNameThatIsAsked() throws IOException {
        Volume image = ramp(new VolumeGrid(6, 6, 6, Affine.IDENTITY));
        NiftiWriter.write(image, folder.resolve("image.nii.gz"));
        assertThat(predict("--model", storedSegmenter, folder.resolve("image.nii.gz"), folder.resolve("new/mask.nii")))
                .isZero();
        assertMask(image, folder.resolve("new/mask.nii"));
    }

    @Test
    void seriesBecomesOneVolume() throws IOException {
        List<Path> files = seriesOfOneStudy();
        List<DicomFile> instances = new ArrayList<>();
        Path series = Files.createDirectory(folder.resolve("series"));
        for (int index = 0; index < files.size(); index++) {
            Files.copy(files.get(index), series.resolve(Integer.toString(files.size() - index)));
            instances.add(DicomFile.read(files.get(index)));
        }
        assertThat(predict("--model", segmenter, series, folder.resolve("masks")))
                .isZero();
        String uid = instances.getFirst().dataSet().string(Tag.SeriesInstanceUID, "");
        assertMask(
                new SeriesReader().read(instances).volume(),
                folder.resolve("masks").resolve(uid + ".nii.gz"));
    }

    @Test
    void rowsOfAnArrayKeepItsOrder() throws IOException {
        int count = 12;
        byte[] images = new byte[count * 64];
        for (int index = 0; index < images.length; index++) {
            images[index] = (byte) (95 + index / 64 * 5 % 11);
        }
        try (NpzWriter npz = new NpzWriter(folder.resolve("some.npz"))) {
            npz.add("test_images", List.of(count, 8, 8), images);
            npz.add("test_labels", List.of(count, 1), new byte[count]);
        }
        assertThat(predict("--model", classifier, folder.resolve("some.npz"), folder.resolve("p.csv")))
                .isZero();
        List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
        assertThat(lines).hasSize(count + 1).first().isEqualTo("id,p0,p1");
        for (int index = 0; index < count; index++) {
            String[] row = lines.get(index + 1).split(",", -1);
            double expected = BrightnessModel.probability(95 + index * 5 % 11);
            assertThat(row[0]).isEqualTo(Integer.toString(index));
            assertThat(Double.parseDouble(row[2])).isCloseTo(expected, within(1e-6));
            assertThat(Double.parseDouble(row[1])).isCloseTo(1 - expected, within(1e-6));
        }
    }

    @Test
    void ofSeveralArraysEachIsNamedOrOneIsChosen() throws IOException {
        try (NpzWriter npz = new NpzWriter(folder.resolve("two.npz"))) {
            npz.add("train_images", List.of(2, 8, 8), new byte[128]);
            npz.add("val_images", List.of(1, 8, 8), new byte[64]);
        }
        assertThat(predict("--model", classifier, folder.resolve("two.npz"), folder.resolve("all")))
                .isZero();
        assertThat(ids(folder.resolve("all/predictions.csv")))
                .containsExactly("id", "train_images/0", "train_images/1", "val_images/0");
        assertThat(predict(
                        "--array",
                        "val_images",
                        "--model",
                        classifier,
                        folder.resolve("two.npz"),
                        folder.resolve("val.csv")))
                .isZero();
        assertThat(ids(folder.resolve("val.csv"))).containsExactly("id", "0");
    }

    @Test
    void picturesAreNamedByTheirFiles() throws IOException {
        picture("pictures/class, one/b.png", 8, 103);
        picture("pictures/a.PNG", 8, 97);
        assertThat(predict("--model", classifier, folder.resolve("pictures"), folder.resolve("p.csv")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("p.csv")))
                .containsExactly("id,p0,p1", "a," + probabilities(97), "\"class, one/b\"," + probabilities(103));
    }

    @Test
    void findingsHaveEachAProbabilityOfItsOwn() throws IOException {
        picture("pictures/dark.png", 8, 0);
        picture("pictures/grey.png", 8, 2);
        assertThat(predict("--model", findings, folder.resolve("pictures"), folder.resolve("p.csv")))
                .isZero();
        List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
        assertThat(lines).startsWith("id,p0,p1", "dark,1.0,0.5");
        assertThat(Double.parseDouble(lines.getLast().split(",", -1)[2]))
                .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-6));
    }

    @Test
    void zipOfThePackageServesToo() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("model.zip")));
                Stream<Path> entries = Files.list(classifier)) {
            for (Path entry : entries.toList()) {
                zip.putNextEntry(new ZipEntry(entry.getFileName().toString()));
                zip.write(Files.readAllBytes(entry));
            }
        }
        picture("one.png", 8, 100);
        assertThat(predict("--model", folder.resolve("model.zip"), folder.resolve("one.png"), folder.resolve("p.csv")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("p.csv"))).contains("one,0.5,0.5");
    }

    @Test
    void changedPackageIsRefusedUnlessItIsWanted() throws IOException {
        picture("one.png", 8, 100);
        Files.writeString(classifier.resolve("card.md"), "a word that was not signed");
        Path input = folder.resolve("one.png");
        assertFails("not signed with", "--model", classifier, input, folder.resolve("p.csv"));
        assertThat(folder.resolve("p.csv")).doesNotExist();
        assertThat(predict("--unsigned", "--model", classifier, input, folder.resolve("p.csv")))
                .isZero();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsDone() throws IOException {
        picture("pictures/small.png", 5, 100);
        picture("pictures/right.png", 8, 100);
        Files.writeString(folder.resolve("pictures/torn.jpg"), "no picture");
        assertFails(
                "torn: torn.jpg is neither PNG nor JPEG", "--model", classifier, folder.resolve("pictures"), folder);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("small: The image is [1, 5, 5]", "the model takes [1, 8, 8]");
        assertThat(ids(folder.resolve("predictions.csv"))).containsExactly("id", "right");
        NiftiWriter.write(ramp(new VolumeGrid(6, 6, 6, Affine.IDENTITY)), folder.resolve("whole.nii"));
        byte[] whole = Files.readAllBytes(folder.resolve("whole.nii"));
        Files.write(folder.resolve("cut.nii"), Arrays.copyOf(whole, whole.length - 5));
        assertFails("it is truncated", "--model", segmenter, folder.resolve("cut.nii"), folder.resolve("masks"));
    }

    @Test
    void errorsSayWhatIsWrongAndWhatToDo() throws IOException {
        picture("mixed/a.png", 8, 100);
        NiftiWriter.write(ramp(new VolumeGrid(6, 6, 6, Affine.IDENTITY)), folder.resolve("mixed/b.nii"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path model = classifier;
        Path input = folder.resolve("mixed/a.png");
        assertFails("--model is missing", input, folder);
        assertFails("Usage: ./roentgen predict", "--model", model, input);
        assertFails("unknown option '--what'", "--what", "--model", model, input, folder);
        assertFails("nowhere: no such file", "--model", model, folder.resolve("nowhere"), folder);
        assertFails("no such model package", "--model", folder.resolve("nowhere"), input, folder);
        assertFails("it has no model.onnx", "--model", empty, input, folder);
        assertFails("no zip of a model package", "--model", input, input, folder);
        assertFails("holds no DICOM, NIfTI, .npz, PNG or JPEG", "--model", model, empty, folder);
        assertFails("several kinds (1 of NIfTI, 1 of PNG", "--model", model, folder.resolve("mixed"), folder);
        assertFails("is a file; masks go to a folder", "--model", segmenter, folder.resolve("mixed/b.nii"), input);
        Files.writeString(folder.resolve("bad.npz"), "no zip");
        assertFails("bad.npz", "--model", model, folder.resolve("bad.npz"), folder);
        try (NpzWriter npz = new NpzWriter(folder.resolve("labels.npz"))) {
            npz.add("test_labels", List.of(3), new byte[3]);
        }
        assertFails("it has [test_labels]", "--model", model, folder.resolve("labels.npz"), folder);
        assertFails("public key cannot be read", "--key", input, "--model", model, input, folder);
    }

    private void assertFails(String message, Object... arguments) {
        err.reset();
        assertThat(predict(arguments)).as(message).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("roentgen predict: ", message);
    }

    private int predict(Object... arguments) {
        PredictCommand command = new PredictCommand(
                home,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return command.run(Arrays.stream(arguments).map(String::valueOf).toList());
    }

    private List<Path> seriesOfOneStudy() throws IOException {
        SyntheticCohort.write(folder.resolve("cohort"), 1, 5);
        List<Path> series = new ArrayList<>();
        try (Stream<Path> studies = Files.list(folder.resolve("cohort/new-studies"));
                Stream<Path> files = Files.walk(
                        studies.filter(Files::isDirectory).sorted().findFirst().orElseThrow())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (DicomFile.read(file).dataSet().string(Tag.Modality, "").equals("MR")) {
                    series.add(file);
                }
            }
        }
        assertThat(series).hasSizeGreaterThan(10);
        return series;
    }

    private void picture(String name, int side, int grey) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int pixel = 0; pixel < side * side; pixel++) {
            image.getRaster().setSample(pixel % side, pixel / side, 0, grey);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private static String probabilities(int grey) {
        float[] scores = {100, grey};
        float[] probabilities = org.roentgen.imaging.prediction.Softmax.of(scores, 1, 2);
        return probabilities[0] + "," + probabilities[1];
    }

    private static List<String> ids(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** Values from 0 on, so that some lie above the threshold and some below. */
    private static Volume ramp(VolumeGrid grid) {
        float[] voxels = new float[grid.voxelCount()];
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = index * 600f / voxels.length;
        }
        return new Volume(grid, voxels);
    }

    private static void assertMask(Volume image, Path file) throws IOException {
        LabelVolume mask = NiftiReader.readLabels(file);
        assertThat(mask.grid().coincidesWith(image.grid(), 1e-4)).isTrue();
        for (int index = 0; index < mask.labels().length; index++) {
            assertThat(mask.labels()[index]).isEqualTo((byte) (image.voxels()[index] > THRESHOLD ? 1 : 0));
        }
        assertThat(mask.present()).containsExactly(1);
    }

    private static void nibabelFindsOneGrid(Path image, Path mask) throws IOException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(
                Files.isExecutable(python) && status(python, "import nibabel") == 0, "skipped: no nibabel");
        String check = """
                import nibabel, numpy
                image, mask = nibabel.load('%s'), nibabel.load('%s')
                assert image.shape == mask.shape, (image.shape, mask.shape)
                assert numpy.array_equal(image.affine, mask.affine), (image.affine, mask.affine)
                assert numpy.allclose(image.get_qform(), mask.get_qform(), atol=1e-5)
                assert image.header.get_xyzt_units() == mask.header.get_xyzt_units()
                """;
        assertThat(status(python, check.formatted(image, mask))).isZero();
    }

    private static int status(Path python, String script) throws IOException {
        try {
            return new ProcessBuilder(python.toString(), "-c", script)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
