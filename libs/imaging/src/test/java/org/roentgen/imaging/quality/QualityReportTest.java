package org.roentgen.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.imaging.Judges;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.numpy.ImageStack;
import org.roentgen.imaging.numpy.NpzArrays;
import org.roentgen.imaging.numpy.NpzReader;
import org.roentgen.imaging.quality.CaseTraits.Identity;
import org.roentgen.imaging.quality.QualityFinding.Kind;
import org.roentgen.imaging.quality.QualityFinding.Severity;

/** Faults planted into sound data are found, and sound data are left in peace. */
class QualityReportTest {
    private static final VolumeGrid GRID = new VolumeGrid(20, 24, 18, Affine.IDENTITY);

    private final Map<String, Scan> scans = new HashMap<>();

    /** An image with its mask, before it is measured. */
    private record Scan(Volume image, LabelVolume mask, String patient, String split) {
        Scan with(float[] voxels) {
            return new Scan(new Volume(image.grid(), voxels), mask, patient, split);
        }

        Scan masked(byte[] labels) {
            return new Scan(image, new LabelVolume(mask.grid(), labels), patient, split);
        }

        Scan as(String newPatient, String newSplit) {
            return new Scan(image, mask, newPatient, newSplit);
        }
    }

    @Test
    void soundVolumesHaveNoFinding() {
        phantoms(24);
        QualityReport report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.cases()).isEqualTo(24);
        assertThat(report.labels().get("TRAIN")).containsOnlyKeys(1, 2);
        assertThat(report.axes()).extracting(QualityReport.Axis::medianSize).containsExactly(20, 24, 18);
    }

    @Test
    void plantedFaultsOfVolumesAreEachReported() {
        phantoms(24);
        plant("case-03", scan -> scan.as("patient-04", "TEST"));
        plant("case-05", scan -> scan.with(mirrored(scan.image(), 1)));
        plant("case-07", scan -> scan.masked(exchanged(scan.mask().labels())));
        scans.put("copy", scan("case-08").as("other", "TEST"));
        scans.put("noisy", noisy(scan("case-09")).as("another", "TEST"));
        plant("case-10", scan -> scan.masked(new byte[GRID.voxelCount()]));
        plant("case-11", scan -> scan.with(new float[GRID.voxelCount()]));
        plant("case-12", scan -> scan.masked(mirrored(scan.mask(), 1)));

        List<QualityFinding> findings = report().findings();

        assertFinding(findings, Kind.PATIENT_IN_TWO_SPLITS, Severity.HIGH, "case-03", "case-04");
        assertFinding(findings, Kind.MIRRORED, Severity.MEDIUM, "case-05");
        assertFinding(findings, Kind.SWAPPED_LABELS, Severity.MEDIUM, "case-07");
        assertFinding(findings, Kind.DUPLICATE, Severity.HIGH, "case-08", "copy");
        assertFinding(findings, Kind.NEAR_DUPLICATE, Severity.HIGH, "case-09", "noisy");
        assertFinding(findings, Kind.MISSING_LABEL, Severity.MEDIUM, "case-10");
        assertFinding(findings, Kind.ODD_INTENSITY, Severity.MEDIUM, "case-11");
        assertFinding(findings, Kind.MIRRORED, Severity.MEDIUM, "case-12");
        assertThat(findings).hasSize(8);
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void whatIsKnownFromElsewhereStandsByItsHarm() {
        phantoms(24);
        plant("case-10", scan -> scan.masked(new byte[GRID.voxelCount()]));
        QualityFinding known = new QualityFinding(
                Kind.MIXED_KEYS, Severity.HIGH, List.of("case-01"), "two keys", "Import the data set again");

        assertThat(report().withFindings(List.of(known)).findings())
                .extracting(QualityFinding::kind)
                .containsExactly(Kind.MIXED_KEYS, Kind.MISSING_LABEL);
    }

    @Test
    void swappedClassesOfPicturesAreReported() {
        List<CaseTraits> cases = new ArrayList<>();
        Random random = new Random(3);
        for (int index = 0; index < 120; index++) {
            int truth = index % 2;
            boolean swapped = index == 10 || index == 51;
            cases.add(picture("p" + index, half(truth, random), swapped ? 1 - truth : truth));
        }
        List<QualityFinding> findings = QualityReport.of(cases).findings();
        assertThat(findings).extracting(QualityFinding::kind).containsOnly(Kind.DOUBTFUL_LABEL);
        assertThat(findings.stream().flatMap(finding -> finding.cases().stream()))
                .containsExactlyInAnyOrder("p10", "p51");
    }

    @Test
    void equalPicturesWithDifferentLabelsAreAContradiction() {
        List<CaseTraits> cases = new ArrayList<>();
        Random random = new Random(5);
        for (int index = 0; index < 12; index++) {
            cases.add(picture("p" + index, half(0, random), 0));
        }
        Volume same = half(0, random);
        cases.add(picture("one", same, 0));
        cases.add(picture("other", same, 1));
        assertThat(QualityReport.of(cases).findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.DUPLICATE);
            assertThat(finding.message()).contains("their labels differ: [0] and [1]");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        });
    }

    @Test
    void plantedFaultsOfTheRealHippocampusSetAreReported() throws IOException {
        Path folder = Judges.shared("hippocampus");
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            for (Path file : files.sorted().limit(60).toList()) {
                String name = file.getFileName().toString();
                Volume image = NiftiReader.read(file);
                LabelVolume mask =
                        NiftiReader.readLabels(folder.resolve("labels").resolve(name));
                scans.put(name, new Scan(image, mask, name, scans.size() % 6 == 5 ? "TEST" : "TRAIN"));
            }
        }
        List<QualityFinding> sound = report().findings();
        assertThat(sound).noneMatch(finding -> finding.severity() != Severity.LOW);
        List<String> names = scans.keySet().stream().sorted().toList();
        plant(names.get(3), scan -> scan.with(mirrored(scan.image(), 0)));
        plant(names.get(4), scan -> scan.with(mirrored(scan.image(), 2)));
        plant(names.get(5), scan -> scan.masked(exchanged(scan.mask().labels())));
        scans.put("noisy", noisy(scan(names.get(6))).as("new", "TEST"));
        plant(names.get(8), scan -> scan.masked(mirrored(scan.mask(), 2)));
        List<QualityFinding> findings = report().findings();
        assertFinding(findings, Kind.MIRRORED, Severity.MEDIUM, names.get(3));
        assertFinding(findings, Kind.MIRRORED, Severity.MEDIUM, names.get(4));
        assertFinding(findings, Kind.SWAPPED_LABELS, Severity.MEDIUM, names.get(5));
        assertThat(findings).anySatisfy(finding -> assertThat(finding.cases()).containsExactly(names.get(8)));
        assertThat(findings).anySatisfy(finding -> assertThat(finding.cases()).contains("noisy"));
        assertThat(findings.stream().filter(finding -> finding.severity() != Severity.LOW))
                .hasSizeBetween(4, 5);
    }

    @Test
    void mostSwappedLabelsOfRealRadiographsAreReported() throws IOException {
        NpzArrays arrays = NpzReader.read(Judges.shared("pneumoniamnist").resolve("pneumoniamnist_train_val.npz"));
        ImageStack images = new ImageStack(arrays.array("train_images"));
        int[] labels = arrays.array("train_labels").integers();
        List<CaseTraits> cases = new ArrayList<>();
        for (int index = 0; index < 1200; index++) {
            boolean planted = index % 100 == 50;
            cases.add(picture(
                    (planted ? "planted" : "sound") + index,
                    images.image(index).getFirst(),
                    planted ? 1 - labels[index] : labels[index]));
        }
        List<String> suspects = QualityReport.of(cases).findings().stream()
                .filter(finding -> finding.kind() == Kind.DOUBTFUL_LABEL)
                .map(finding -> finding.cases().getFirst())
                .toList();
        assertThat(suspects.stream().filter(id -> id.startsWith("planted"))).hasSizeGreaterThanOrEqualTo(6);
        assertThat(suspects).hasSizeLessThan(40);
    }

    @Test
    void suspectsAreShown() throws IOException {
        phantoms(8);
        Picture picture = Picture.of(scan("case-00").image());
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(picture.address().replace("data:image/png;base64,", ""))));
        assertThat(shown.getWidth()).isEqualTo(80);
        assertThat(shown.getHeight()).isEqualTo(96);
        assertThat(shown.getRaster().getSample(36, 32, 0))
                .isGreaterThan(shown.getRaster().getSample(4, 90, 0));
    }

    private static void assertFinding(List<QualityFinding> findings, Kind kind, Severity severity, String... cases) {
        assertThat(findings).as("%s of %s", kind, List.of(cases)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.cases()).containsExactlyInAnyOrder(cases);
            assertThat(finding.fix()).isNotBlank();
        });
    }

    private Scan scan(String id) {
        return Objects.requireNonNull(scans.get(id));
    }

    private void plant(String id, UnaryOperator<Scan> fault) {
        scans.put(id, fault.apply(scan(id)));
    }

    private QualityReport report() {
        return QualityReport.of(scans.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> CaseTraits.of(
                        new Identity(
                                entry.getKey(),
                                entry.getValue().patient(),
                                entry.getValue().split()),
                        hash(entry.getValue().image()),
                        entry.getValue().image(),
                        Optional.of(entry.getValue().mask()),
                        CaseTraits.Classes.NONE))
                .toList());
    }

    /** A large blob in front and a small one behind and above, in other places and brightness each time. */
    private void phantoms(int count) {
        for (int index = 0; index < count; index++) {
            Random random = new Random(index);
            double x = 8 + 3 * random.nextDouble();
            double y = 7 + 3 * random.nextDouble();
            double z = 6 + 2 * random.nextDouble();
            double radius = 4 + random.nextDouble();
            float[] voxels = new float[GRID.voxelCount()];
            byte[] labels = new byte[voxels.length];
            for (int voxel = 0; voxel < voxels.length; voxel++) {
                int i = voxel % GRID.width();
                int j = voxel / GRID.stride(1) % GRID.height();
                int k = voxel / GRID.stride(2);
                boolean large = Math.hypot(Math.hypot(i - x, j - y), k - z) < radius;
                boolean small = Math.hypot(Math.hypot(i - x - 3, j - y - 8), k - z - 5) < radius / 1.5;
                labels[voxel] = (byte) (large ? 1 : small ? 2 : 0);
                voxels[voxel] = (float) ((large ? 300 : small ? 200 : i * 4) + 25 * random.nextGaussian());
            }
            String id = "case-%02d".formatted(index);
            scans.put(
                    id,
                    new Scan(
                            new Volume(GRID, voxels),
                            new LabelVolume(GRID, labels),
                            "patient-%02d".formatted(index),
                            "TRAIN"));
        }
    }

    private static Volume half(int truth, Random random) {
        VolumeGrid grid = VolumeGrid.flat(16, 16);
        float[] pixels = new float[256];
        for (int index = 0; index < pixels.length; index++) {
            boolean bright = (index < 128) == (truth == 0);
            pixels[index] = random.nextInt(100) + (bright ? 60 : 0);
        }
        return new Volume(grid, pixels);
    }

    private static CaseTraits picture(String id, Volume image, int label) {
        return CaseTraits.of(
                new Identity(id, id, "TRAIN"),
                hash(image),
                image,
                Optional.empty(),
                CaseTraits.Classes.of(OptionalInt.of(label)));
    }

    private static Scan noisy(Scan scan) {
        Random random = new Random(99);
        float[] voxels = scan.image().voxels().clone();
        double deviation = CaseTraits.Spread.of(voxels).deviation();
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = (float) (1.1 * voxels[index] + 0.1 * deviation * random.nextGaussian());
        }
        return scan.with(voxels);
    }

    private static float[] mirrored(Volume image, int axis) {
        VolumeGrid grid = image.grid();
        float[] mirrored = new float[grid.voxelCount()];
        for (int index = 0; index < mirrored.length; index++) {
            int place = index / grid.stride(axis) % grid.size(axis);
            mirrored[index + (grid.size(axis) - 1 - 2 * place) * grid.stride(axis)] = image.voxels()[index];
        }
        return mirrored;
    }

    private static byte[] mirrored(LabelVolume mask, int axis) {
        VolumeGrid grid = mask.grid();
        byte[] mirrored = new byte[grid.voxelCount()];
        for (int index = 0; index < mirrored.length; index++) {
            int place = index / grid.stride(axis) % grid.size(axis);
            mirrored[index + (grid.size(axis) - 1 - 2 * place) * grid.stride(axis)] = mask.labels()[index];
        }
        return mirrored;
    }

    private static byte[] exchanged(byte[] labels) {
        byte[] exchanged = labels.clone();
        for (int index = 0; index < labels.length; index++) {
            exchanged[index] = (byte) (labels[index] == 0 ? 0 : 3 - labels[index]);
        }
        return exchanged;
    }

    private static String hash(Volume image) {
        return Integer.toHexString(Arrays.hashCode(image.voxels()));
    }
}
