package org.roentgen.imaging.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.imaging.Judges;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.numpy.NpzArrays;
import org.roentgen.imaging.numpy.NpzReader;
import org.roentgen.imaging.recipe.GeometryStep;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.series.SeriesReader;

final class SyntheticCohortTest {
    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameFilesAndAnotherOneOthers() throws IOException {
        SyntheticCohort.write(folder.resolve("a"), 2, 7);
        SyntheticCohort.write(folder.resolve("b"), 2, 7);
        SyntheticCohort.write(folder.resolve("c"), 2, 8);
        List<Path> files = files(folder.resolve("a"));
        assertThat(files).hasSizeGreaterThan(60);
        for (Path file : files) {
            Path same = folder.resolve("b").resolve(folder.resolve("a").relativize(file));
            assertThat(same).hasSameBinaryContentAs(file);
        }
        String image = "training/images/synthetic_0001.nii.gz";
        assertThat(Files.mismatch(
                        folder.resolve("a").resolve(image), folder.resolve("c").resolve(image)))
                .isNotEqualTo(-1);
    }

    @Test
    void pairsHaveTwoPartsOfPlausibleSizeInPlausiblePlaces() throws IOException {
        SyntheticCohort.write(folder, 3, 5);
        for (Path file : files(folder.resolve("training/images"))) {
            Volume image = NiftiReader.read(file);
            LabelVolume labels =
                    NiftiReader.readLabels(folder.resolve("training/labels").resolve(file.getFileName()));
            assertThat(labels.grid()).isEqualTo(image.grid());
            assertThat(image.grid().orientation().letters()).isEqualTo("RAS");
            assertThat(labels.present()).containsExactly(1, 2);
            double anterior = Phantoms.centroidY(labels, 1);
            assertThat(anterior).isGreaterThan(Phantoms.centroidY(labels, 2));
            assertThat(Phantoms.mean(image, labels, 1)).isLessThan(0.95 * Phantoms.mean(image, labels, 0));
        }
    }

    @Test
    void newStudiesAreValidDicomThatLiesWhereTheReferenceLies() throws IOException {
        AnswerKey key = SyntheticCohort.write(folder, 1, 3);
        assertThat(key.studies()).hasSize(2);
        for (AnswerKey.Study study : key.studies()) {
            List<DicomFile> series = new ArrayList<>();
            for (Path file : files(folder.resolve(study.folder()))) {
                DicomFile instance = DicomFile.read(file);
                assertThat(instance.dataSet().string(Tag.PatientName))
                        .contains(study.identity().name());
                assertThat(instance.dataSet().string(Tag.StudyDescription, "")).startsWith("SYNTHETIC");
                if (instance.dataSet().string(Tag.Modality, "").equals("MR")) {
                    series.add(instance);
                }
            }
            Volume volume = new SeriesReader().read(series).volume();
            assertThat(volume.grid().orientation().letters()).isEqualTo("LPS");
            Preprocessed turned = Recipe.of(new GeometryStep.Orient("RAS")).apply(volume);
            LabelVolume reference = NiftiReader.readLabels(folder.resolve(study.referenceLabels()));
            assertThat(turned.grid().coincidesWith(reference.grid(), 1e-3)).isTrue();
            Volume image = new Volume(turned.grid(), turned.tensor());
            assertThat(Phantoms.mean(image, reference, 2)).isLessThan(0.95 * Phantoms.mean(image, reference, 0));
            assertThat(study.volumesMl()).containsOnlyKeys(1, 2);
        }
    }

    @Test
    void dciodvfyFindsNoErrorInAnyKindOfInstance() throws IOException {
        AnswerKey key = SyntheticCohort.write(folder, 1, 3);
        Path study = folder.resolve(key.studies().getFirst().folder());
        assertThat(Judges.program("dciodvfy", study.resolve("mr-001.dcm")).output())
                .doesNotContain("Error");
        assertThat(Judges.program("dciodvfy", study.resolve("capture.dcm")).output())
                .doesNotContain("Error");
        AnswerKey.BurnedIn burnedIn = key.studies().getFirst().burnedIn().getFirst();
        String brightest = Judges.python(
                "pydicom",
                """
                import sys, pydicom
                pixels = pydicom.dcmread(sys.argv[1]).pixel_array
                x, y, w, h = map(int, sys.argv[2:])
                print(pixels[y:y + h, x:x + w].max(), (pixels == 255).sum() > 300)
                """,
                study.resolve("capture.dcm"),
                burnedIn.boxes().getFirst().x(),
                burnedIn.boxes().getFirst().y(),
                burnedIn.boxes().getFirst().width(),
                burnedIn.boxes().getFirst().height());
        assertThat(brightest.strip()).isEqualTo("255 True");
        assertThat(burnedIn.lines()).hasSize(3);
    }

    @Test
    void radiographsComeAsArraysAndFolders() throws IOException {
        SyntheticRadiographs.write(folder, 12, 6, 1);
        NpzArrays arrays = NpzReader.read(folder.resolve("radiographs.npz"));
        assertThat(arrays.array("train_images").shape()).containsExactly(12, 28, 28);
        assertThat(arrays.array("val_labels").integers()).containsExactly(0, 1, 0, 1, 0, 1);
        assertThat(files(folder.resolve("images/train/opacity"))).hasSize(6);
    }

    @Test
    void theCommandSaysWhatItWroteOrWhatIsWrong() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String target = folder.resolve("cohort").toString();
        assertThat(SyntheticCohortCommand.run(new String[] {target, "--patients", "1", "--seed", "4"}, print, print))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 training pairs and 2 new studies");
        for (String[] wrong : new String[][] {
            {}, {target, "--patients"}, {target, "--size", "3"}, {target, "--seed", "x"}, {target, "--patients", "0"}
        }) {
            assertThat(SyntheticCohortCommand.run(wrong, print, print)).isEqualTo(2);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: DIR");
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static final class Phantoms {
        static double centroidY(LabelVolume labels, int label) {
            double sum = 0;
            int count = 0;
            for (int index = 0; index < labels.labels().length; index++) {
                if (labels.labels()[index] == label) {
                    sum += index / labels.grid().width() % labels.grid().height();
                    count++;
                }
            }
            assertThat(count).isBetween(500, 4000);
            return sum / count;
        }

        static double mean(Volume image, LabelVolume labels, int label) {
            double sum = 0;
            int count = 0;
            for (int index = 0; index < labels.labels().length; index++) {
                if (labels.labels()[index] == label) {
                    sum += image.voxels()[index];
                    count++;
                }
            }
            return sum / count;
        }
    }
}
