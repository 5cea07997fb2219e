package org.roentgen.workflow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.quality.Picture;
import org.roentgen.imaging.quality.QualityFinding;
import org.roentgen.imaging.quality.QualityReport;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.QuietSchedules;
import org.roentgen.workflow.support.Uploads;

@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class DatasetImportTest {
    @Inject
    Imports imports;

    @Inject
    Sql sql;

    @Inject
    @Deidentified
    ObjectStore objects;

    @Test
    void niftiPairsBecomeAVersionSplitByPatient() throws Exception {
        UUID id = imports.request(
                "NIFTI",
                "{\"labels\":[\"head\",\"body\"],\"split\":\"60/20/20\"}",
                Uploads.niftiPairs(10).zip());
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("COMPLETED");
        DatasetManifest manifest = imports.manifest(id);
        assertThat(manifest.task()).isEqualTo(Task.SEGMENTATION);
        assertThat(manifest.labels()).extracting(LabelDefinition::value).containsExactly(1, 2);
        assertThat(counts(manifest)).isEqualTo(Map.of(Split.TRAIN, 6L, Split.TUNE, 2L, Split.TEST, 2L));
        for (DatasetCase one : manifest.cases()) {
            assertThat(objects.contains(one.image().object())).isTrue();
            assertThat(objects.contains(one.mask().orElseThrow().object())).isTrue();
        }
    }

    @Test
    void theSameUploadAndSeedMakeTheSameVersion() throws Exception {
        String name = "same-" + UUID.randomUUID();
        UUID first = imports.request(name, "NIFTI", "{}", Uploads.niftiPairs(6).zip());
        UUID second = imports.request(name, "NIFTI", "{}", Uploads.niftiPairs(6).zip());
        imports.run(first);
        imports.run(second);
        assertThat(imports.version(second)).isEqualTo(imports.version(first));
        UUID third = imports.request(
                name, "NIFTI", "{\"seed\":7}", Uploads.niftiPairs(6).zip());
        imports.run(third);
        assertThat(imports.version(third)).isNotEqualTo(imports.version(first));
    }

    @Test
    void anImportOfADeadProcessIsDoneAgainAndMakesOneVersion() throws Exception {
        UUID id = imports.request("NIFTI", "{}", Uploads.niftiPairs(6).zip());
        sql.update(
                "update dataset_import set state = 'RUNNING', lease_until = now() - interval '1 second' where id = ?",
                id);
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("COMPLETED");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "missing label",
                        u -> u.remove("set/labels/case_a.nii.gz"),
                        "set/images/case_a.nii.gz",
                        "no label map"),
                fault(
                        "missing image",
                        u -> u.remove("set/images/case_b.nii.gz"),
                        "set/labels/case_b.nii.gz",
                        "no image"),
                fault(
                        "other shape",
                        u -> u.add("set/labels/case_a.nii.gz", Uploads.nifti(1, 4, 5, 7, 3)),
                        "set/labels/case_a.nii.gz",
                        "4 x 5 x 7"),
                fault(
                        "unknown label value",
                        u -> u.add("set/labels/case_c.nii.gz", Uploads.nifti(1, 4, 5, 6, 9)),
                        "set/labels/case_c.nii.gz",
                        "label value"),
                fault(
                        "no NIfTI",
                        u -> u.add("set/images/case_a.nii.gz", "rubbish".getBytes(StandardCharsets.US_ASCII)),
                        "set/images/case_a.nii.gz",
                        "cannot be read"),
                fault(
                        "truncated",
                        u -> u.add("set/images/case_a.nii.gz", truncated(Uploads.nifti(1, 40, 50, 60, 256))),
                        "set/images/case_a.nii.gz",
                        "cannot be read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultyFileRefusesTheImportAndIsNamed(String name, UnaryOperator<Uploads> fault, String file, String rule)
            throws Exception {
        UUID id = imports.request(
                "NIFTI",
                "{\"labels\":[\"head\",\"body\"]}",
                fault.apply(Uploads.niftiPairs(6)).zip());
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("REFUSED");
        assertThat(imports.problems(id)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.rule()).contains(rule);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void everyOffendingFileIsNamedAtOnce() throws Exception {
        Uploads uploads = Uploads.niftiPairs(6)
                .remove("set/labels/case_a.nii.gz")
                .remove("set/images/case_b.nii.gz")
                .add("set/labels/case_c.nii.gz", Uploads.nifti(1, 1, 5, 6, 3));
        UUID id = imports.request("NIFTI", "{}", uploads.zip());
        imports.run(id);
        assertThat(imports.problems(id)).hasSize(3);
    }

    @Test
    void equalImagesAreReportedAndStayInOneSplit() throws Exception {
        Uploads uploads = Uploads.niftiPairs(10).add("set/images/case_j.nii.gz", Uploads.nifti(0, 4, 5, 6, 256));
        UUID id = imports.request("NIFTI", "{}", uploads.zip());
        imports.run(id);
        assertThat(imports.problems(id))
                .anySatisfy(problem -> assertThat(problem.rule()).contains("same pixels as set/images/case_a.nii.gz"));
        Map<String, Split> splits =
                imports.manifest(id).cases().stream().collect(Collectors.toMap(DatasetCase::id, DatasetCase::split));
        assertThat(splits.get("case_j")).isEqualTo(splits.get("case_a"));
    }

    @Test
    void theVersionHasAReportOfItsFaultsWithPictures() throws Exception {
        Uploads uploads = Uploads.niftiPairs(10).add("set/images/case_j.nii.gz", Uploads.nifti(0, 4, 5, 6, 256));
        UUID id = imports.request("NIFTI", "{}", uploads.zip());
        imports.run(id);
        QualityReport report = imports.quality(id);
        assertThat(report.cases()).isEqualTo(10);
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(QualityFinding.Kind.DUPLICATE);
            assertThat(finding.cases()).containsExactlyInAnyOrder("case_a", "case_j");
        });
        assertThat(report.pictures().get("case_j"))
                .isNotNull()
                .extracting(Picture::address)
                .asString()
                .startsWith("data:image/png;base64,");
    }

    @Test
    void allCasesOfAPatientAreInOneSplit() throws Exception {
        UUID id = imports.request(
                "NIFTI",
                "{\"patients\":{\"case_a\":\"p\",\"case_b\":\"p\",\"case_c\":\"p\",\"case_d\":\"p\"}}",
                Uploads.niftiPairs(12).zip());
        imports.run(id);
        Set<Split> splits = imports.manifest(id).cases().stream()
                .filter(one -> one.patient().equals("p"))
                .map(DatasetCase::split)
                .collect(Collectors.toSet());
        assertThat(splits).hasSize(1);
    }

    static Stream<Arguments> hostileArchives() {
        return Stream.of(
                Arguments.of(
                        new Uploads().add("../../evil.nii.gz", new byte[] {1}).zip(), "leads out of its folder"),
                Arguments.of("not an archive".getBytes(StandardCharsets.US_ASCII), "neither a zip nor a tar.gz"),
                Arguments.of(truncated(Uploads.niftiPairs(4).zip()), "damaged"));
    }

    @ParameterizedTest
    @MethodSource("hostileArchives")
    void aHostileArchiveIsRefused(byte[] upload, String rule) throws Exception {
        UUID id = imports.request("NIFTI", "{}", upload);
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("REFUSED");
        assertThat(imports.problems(id))
                .anySatisfy(problem -> assertThat(problem.rule()).contains(rule));
    }

    @Test
    void anArchiveThatUnpacksToMoreThanTheLimitIsRefused() throws Exception {
        Path folder = Files.createTempDirectory("bomb");
        Path archive = Files.write(
                folder.resolve("bomb.zip"),
                new Uploads().add("images/a.nii", new byte[1 << 20]).zip());
        var limits = new UploadArchive.Limits(10, 1 << 19, 1 << 20);
        assertThatThrownBy(
                        () -> new UploadArchive(limits).unpack(archive, Files.createDirectory(folder.resolve("out"))))
                .hasMessageContaining("larger than");
    }

    @Test
    void foldersOfImagesBecomeClasses() throws Exception {
        Uploads uploads = new Uploads();
        for (int index = 0; index < 20; index++) {
            uploads.add("train/normal/n" + index + ".png", Uploads.png(index));
            uploads.add("train/pneumonia/p" + index + ".png", Uploads.png(100 + index));
        }
        for (int index = 0; index < 4; index++) {
            uploads.add("test/normal/tn" + index + ".png", Uploads.png(200 + index));
            uploads.add("test/pneumonia/tp" + index + ".png", Uploads.png(300 + index));
        }
        UUID id = imports.request("IMAGE_FOLDER", "{}", uploads.zip());
        imports.run(id);
        DatasetManifest manifest = imports.manifest(id);
        assertThat(manifest.labels()).extracting(LabelDefinition::name).containsExactly("normal", "pneumonia");
        assertThat(counts(manifest).get(Split.TEST)).isEqualTo(8L);
        assertThat(counts(manifest).get(Split.TUNE)).isBetween(5L, 9L);
    }

    @Test
    void numpyArraysKeepTheirPredefinedParts() throws Exception {
        Uploads arrays = new Uploads()
                .add("train_images.npy", Uploads.npy("(40, 6, 6)", Uploads.random(1, 40 * 36, 256)))
                .add("train_labels.npy", Uploads.npy("(40, 1)", Uploads.random(2, 40, 2)))
                .add("val_images.npy", Uploads.npy("(10, 6, 6)", Uploads.random(3, 360, 256)))
                .add("val_labels.npy", Uploads.npy("(10, 1)", Uploads.random(4, 10, 2)));
        UUID withoutTest = imports.request("NPZ", "{}", arrays.zip());
        imports.run(withoutTest);
        Map<Split, Long> counts = counts(imports.manifest(withoutTest));
        assertThat(counts.get(Split.TEST)).isEqualTo(10);
        assertThat(counts.get(Split.TRAIN)).isGreaterThan(counts.get(Split.TUNE));
        arrays.add("test_images.npy", Uploads.npy("(5, 6, 6)", Uploads.random(5, 180, 256)))
                .add("test_labels.npy", Uploads.npy("(5, 1)", Uploads.random(6, 5, 2)));
        UUID withTest = imports.request("NPZ", "{}", arrays.zip());
        imports.run(withTest);
        assertThat(counts(imports.manifest(withTest)))
                .isEqualTo(Map.of(Split.TRAIN, 40L, Split.TUNE, 10L, Split.TEST, 5L));
    }

    static Stream<Arguments> faultyArrays() {
        byte[] labels = Uploads.npy("(4, 1)", new byte[] {0, 1, 0, 1});
        return Stream.of(
                Arguments.of(Uploads.npy("(4, 6)", new byte[24]), labels, "train_images.npy", "has shape (4, 6)"),
                Arguments.of(
                        Uploads.npy("(4, 6, 6)", Uploads.random(1, 144, 9)),
                        Uploads.npy("(3, 1)", new byte[3]),
                        "train_labels.npy",
                        "has shape (3, 1)"),
                Arguments.of(
                        Uploads.npy("(4, 6, 6)", Uploads.random(1, 144, 9)),
                        Uploads.npy("(4, 2, 1)", new byte[8]),
                        "train_labels.npy",
                        "has shape (4, 2, 1)"),
                Arguments.of(
                        Uploads.npy("(4, 6, 6)", Uploads.random(1, 144, 9)),
                        Uploads.npy("(4, 2)", new byte[] {0, 1, 1, 0, 2, 0, 0, 0}),
                        "train_labels.npy",
                        "other than 0 and 1"),
                Arguments.of(new byte[] {1, 2, 3}, labels, "train_images.npy", ""));
    }

    @ParameterizedTest
    @MethodSource("faultyArrays")
    void aFaultyArrayRefusesTheImport(byte[] images, byte[] labels, String file, String rule) throws Exception {
        UUID id = imports.request(
                "NPZ",
                "{}",
                new Uploads()
                        .add("train_images.npy", images)
                        .add("train_labels.npy", labels)
                        .zip());
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("REFUSED");
        assertThat(imports.problems(id)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.rule()).contains(rule);
        });
    }

    @Test
    void columnsOfANumpyArrayAreFindings() throws Exception {
        byte[] present = {1, 0, 1, 1, 0, 0, 0, 1};
        Uploads arrays = new Uploads();
        for (String part : List.of("train", "val", "test")) {
            arrays.add(part + "_images.npy", Uploads.npy("(4, 6, 6)", Uploads.random(part.hashCode(), 144, 256)))
                    .add(part + "_labels.npy", Uploads.npy("(4, 2)", present));
        }
        UUID id = imports.request("NPZ", "{\"labels\":[\"effusion\",\"nodule\"]}", arrays.zip());
        imports.run(id);
        DatasetManifest manifest = imports.manifest(id);
        assertThat(manifest.task()).isEqualTo(Task.MULTI_LABEL_CLASSIFICATION);
        assertThat(manifest.cases().stream().filter(one -> one.split() == Split.TUNE))
                .extracting(DatasetCase::labels)
                .containsExactly(List.of(0), List.of(0, 1), List.of(), List.of(1));
        assertThat(imports.quality(id).labels().get("TRAIN")).containsOnly(Map.entry(0, 2), Map.entry(1, 2));
    }

    @Test
    void aSheetNamesTheFindingsPatientsAndSplitsOfImages() throws Exception {
        Uploads uploads = new Uploads();
        StringBuilder sheet = new StringBuilder("file,patient,split,Effusion,\"Nodule, solid\"\n");
        for (int index = 0; index < 24; index++) {
            uploads.add("set/films/" + index + ".png", Uploads.png(index));
            sheet.append("films/%d.png,p%d,%s,%d,%d%n"
                    .formatted(index, index / 2, index < 4 ? "test" : "", index % 2, index / 2 % 2));
        }
        uploads.add("set/labels.csv", sheet.toString().getBytes(StandardCharsets.UTF_8));
        UUID id = imports.request("IMAGE_FOLDER", "{}", uploads.zip());
        imports.run(id);
        DatasetManifest manifest = imports.manifest(id);
        assertThat(manifest.task()).isEqualTo(Task.MULTI_LABEL_CLASSIFICATION);
        assertThat(manifest.labels()).extracting(LabelDefinition::name).containsExactly("Effusion", "Nodule, solid");
        assertThat(manifest.cases().stream().filter(one -> one.split() == Split.TEST))
                .extracting(DatasetCase::patient)
                .containsExactly("p0", "p0", "p1", "p1");
        assertThat(manifest.cases())
                .filteredOn(one -> one.id().endsWith("/3.png"))
                .extracting(DatasetCase::labels)
                .containsExactly(List.of(0, 1));
    }

    @Test
    void foldersMayJoinFindings() throws Exception {
        Uploads uploads = new Uploads();
        for (int index = 0; index < 10; index++) {
            uploads.add("none/n" + index + ".png", Uploads.png(index));
            uploads.add("effusion/e" + index + ".png", Uploads.png(100 + index));
            uploads.add("effusion+nodule/b" + index + ".png", Uploads.png(200 + index));
        }
        UUID id = imports.request("IMAGE_FOLDER", "{\"task\":\"MULTI_LABEL_CLASSIFICATION\"}", uploads.zip());
        imports.run(id);
        assertThat(imports.manifest(id).labels())
                .extracting(LabelDefinition::name)
                .containsExactly("effusion", "nodule");
    }

    @Test
    void volumesGetTheirClassFromASheet() throws Exception {
        Uploads uploads = new Uploads();
        StringBuilder sheet = new StringBuilder("file,label\n");
        for (int index = 0; index < 12; index++) {
            uploads.add(index + ".nii.gz", Uploads.nifti(index, 4, 5, 6, 256));
            sheet.append("%d.nii.gz,%s%n".formatted(index, index % 2 == 0 ? "early" : "late"));
        }
        uploads.add("labels.csv", sheet.toString().getBytes(StandardCharsets.UTF_8));
        UUID id = imports.request("IMAGE_FOLDER", "{}", uploads.zip());
        imports.run(id);
        DatasetManifest manifest = imports.manifest(id);
        assertThat(manifest.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(manifest.labels()).extracting(LabelDefinition::name).containsExactly("early", "late");
    }

    static Stream<Arguments> faultySheets() {
        return Stream.of(
                Arguments.of("file,a\n0.png,1\n1.png,maybe\n", "labels.csv", "line 3 says 'maybe' of the finding 'a'"),
                Arguments.of("file,a\n0.png,1\n", "1.png", "has no row in labels.csv"),
                Arguments.of("file,a\n0.png,1\n1.png,0\n2.png,0\n", "labels.csv", "names '2.png'"),
                Arguments.of("image,a\n0.png,1\n1.png,0\n", "labels.csv", "has the columns [image, a]"),
                Arguments.of("file,a\n0.png,1,1\n1.png,0\n", "labels.csv", "line 2 has 3 fields, the header has 2"),
                Arguments.of("file,split,a\n0.png,later,1\n1.png,,0\n", "labels.csv", "names the split 'later'"),
                Arguments.of("", "labels.csv", "is empty"));
    }

    @ParameterizedTest
    @MethodSource("faultySheets")
    void aFaultySheetRefusesTheImportAndTheLineIsNamed(String sheet, String file, String rule) throws Exception {
        UUID id = imports.request(
                "IMAGE_FOLDER",
                "{}",
                new Uploads()
                        .add("0.png", Uploads.png(0))
                        .add("1.png", Uploads.png(1))
                        .add("labels.csv", sheet.getBytes(StandardCharsets.UTF_8))
                        .zip());
        imports.run(id);
        assertThat(imports.state(id)).isEqualTo("REFUSED");
        assertThat(imports.problems(id)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.rule()).contains(rule);
        });
    }

    @Test
    void theRealHippocampusSetIsImported() throws Exception {
        Path folder = shared("data/hippocampus");
        Uploads uploads = new Uploads();
        for (String part : List.of("images", "labels")) {
            try (Stream<Path> files = Files.list(folder.resolve(part))) {
                for (Path file : files.sorted().toList()) {
                    uploads.add(part + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        UUID id = imports.request("NIFTI", "{\"labels\":[\"anterior\",\"posterior\"]}", uploads.zip());
        imports.run(id);
        assertThat(imports.problems(id)).isEmpty();
        assertThat(counts(imports.manifest(id))).isEqualTo(Map.of(Split.TRAIN, 140L, Split.TUNE, 30L, Split.TEST, 30L));
    }

    private static Path shared(String path) {
        Path folder =
                Path.of(System.getProperty("roentgen.shared", "../shared")).resolve(path);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no real data at " + folder);
        return folder;
    }

    private static Arguments fault(String name, UnaryOperator<Uploads> fault, String file, String rule) {
        return Arguments.of(name, fault, file, rule);
    }

    private static byte[] truncated(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private static Map<Split, Long> counts(DatasetManifest manifest) {
        return manifest.cases().stream().collect(Collectors.groupingBy(DatasetCase::split, Collectors.counting()));
    }
}
