package org.roentgen.imaging.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.OrientationCode;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Judges;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

final class NiftiTest {
    /** Per file one line: shape, affine, and per volume the sum of its voxels and eight of them, as nibabel sees them. */
    private static final String DESCRIBE = """
            import sys, nibabel, numpy
            for path in sys.argv[1:]:
                image = nibabel.load(path)
                data = numpy.asarray(image.dataobj, dtype=numpy.float64)
                data = data.reshape(data.shape[:3] + (-1,))
                numbers = [*data.shape, *image.affine[:3].ravel()]
                for volume in range(data.shape[3]):
                    values = data[..., volume].ravel(order='F')
                    numbers += [values.sum(), *[values[(len(values) - 1) * n // 7] for n in range(8)]]
                print(*numbers)
            """;

    private static final String WRITE_ALL_KINDS = """
            import sys, nibabel, numpy
            for kind in 'u1 i1 <i2 >i2 <u2 >u2 <i4 >i4 <u4 <i8 >u8 <f4 >f4 <f8 >f8'.split():
                for version in ['Nifti1', 'Nifti2']:
                    for form in ['sform', 'qform', 'none']:
                        data = (numpy.arange(60).reshape(3, 4, 5) * 2 - 1).clip(0 if 'u' in kind else -9).astype(kind)
                        affine = nibabel.affines.from_matvec(
                            nibabel.eulerangles.euler2mat(0.3, -0.2, 0.5) @ numpy.diag([0.9, -1.5, 2]), [4, -5, 6])
                        header = getattr(nibabel, version + 'Header')(endianness='>' if kind[0] == '>' else '<')
                        header.set_data_dtype(numpy.dtype(kind))
                        image = getattr(nibabel, version + 'Image')(data, None if form == 'none' else affine, header)
                        if form == 'none':
                            image.set_sform(None, 0)
                            image.set_qform(None, 0)
                        if form == 'qform':
                            image.set_qform(affine, 1)
                            image.set_sform(None, 0)
                        image.header.set_slope_inter(0.5, 3)
                        path = f"{sys.argv[1]}/{kind.replace('<', 'le').replace('>', 'be')}-{version}-{form}.nii"
                        nibabel.save(image, path)
                        print(path)
            """;

    @TempDir
    Path folder;

    @Test
    void readsFixturesAsNibabelDoes() throws IOException {
        Path fixtures = Judges.shared("nifti-fixtures");
        assertSameAsNibabel(Stream.of(
                        "anatomical.nii",
                        "example4d.nii.gz",
                        "example_nifti2.nii.gz",
                        "functional.nii",
                        "reoriented_anat_moved.nii",
                        "standard.nii.gz")
                .map(fixtures::resolve)
                .toList());
    }

    @Test
    void readsHippocampusAsNibabelDoes() throws IOException {
        try (Stream<Path> files = Files.list(Judges.shared("hippocampus").resolve("images"))) {
            assertSameAsNibabel(files.sorted().limit(20).toList());
        }
    }

    @Test
    void readsEveryTypeByteOrderVersionAndFormThatNibabelWrites() throws IOException {
        List<Path> files = Judges.python("nibabel", WRITE_ALL_KINDS, folder)
                .lines()
                .map(Path::of)
                .toList();
        assertThat(files).hasSize(90);
        assertSameAsNibabel(files);
    }

    static Stream<Affine> affines() {
        Stream<Affine> axisAligned = OrientationCode.all().stream().map(NiftiTest::affineOf);
        Vector3 i = new Vector3(0.8, 0.5, -0.2).normalized();
        Vector3 j = i.cross(new Vector3(0.1, 0.3, 1)).normalized();
        Affine oblique = new Affine(i.times(0.7), j.times(0.8), i.cross(j).times(3), new Vector3(-90, 12.5, 300));
        Affine sheared =
                new Affine(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0.3, 0, 2), new Vector3(1, 2, 3));
        return Stream.concat(axisAligned, Stream.of(oblique, sheared));
    }

    private static Affine affineOf(OrientationCode code) {
        Vector3[] unit = {new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)};
        Vector3[] axes = new Vector3[3];
        for (int index = 0; index < 3; index++) {
            axes[index] = unit[code.patientAxis(index)].times((code.isPositive(index) ? 1 : -1) * (1 + index * 0.5));
        }
        return new Affine(axes[0], axes[1], axes[2], new Vector3(-3, 14, 15));
    }

    @ParameterizedTest
    @MethodSource("affines")
    void whatIsWrittenIsReadBackInItsPlace(Affine affine) throws IOException {
        VolumeGrid grid = new VolumeGrid(4, 3, 5, affine);
        float[] voxels = new float[grid.voxelCount()];
        Random random = new Random(3);
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = random.nextFloat() * 1e6f;
        }
        Path file = folder.resolve("image.nii.gz");
        NiftiWriter.write(new Volume(grid, voxels), file);
        Volume read = NiftiReader.read(file);
        assertThat(read.voxels()).isEqualTo(voxels);
        assertThat(read.grid().coincidesWith(grid, 1e-4)).isTrue();
    }

    @Test
    void nibabelReadsOurFilesAndBothFormsAgree() throws IOException {
        VolumeGrid grid = new VolumeGrid(4, 3, 5, affineOf(new OrientationCode("IRP")));
        byte[] labels = new byte[grid.voxelCount()];
        labels[grid.index(1, 2, 3)] = (byte) 200;
        Path file = folder.resolve("labels.nii.gz");
        NiftiWriter.write(new LabelVolume(grid, labels), file);
        String answer = Judges.python("nibabel", """
                import sys, nibabel, numpy
                image = nibabel.load(sys.argv[1])
                print(image.get_data_dtype(), image.dataobj[1, 2, 3], ''.join(nibabel.aff2axcodes(image.affine)),
                      numpy.abs(image.get_qform() - image.get_sform()).max() < 1e-5)
                """, file);
        assertThat(answer.strip()).isEqualTo("uint8 200 IRP True");
        assertThat(NiftiReader.readLabels(file).present()).containsExactly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze.hdr", "nifti1.hdr", "nifti2.hdr", "0.dcm"})
    void refusesWhatHasNoVoxelsOrIsNotNifti(String name) {
        Path file = Judges.shared("nifti-fixtures").resolve(name);
        assertThatThrownBy(() -> NiftiReader.readAll(file)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void everyTruncationIsRefusedWithoutClaimingMemory() throws IOException {
        Path whole = folder.resolve("whole.nii");
        NiftiWriter.write(new Volume(VolumeGrid.flat(6, 7), new float[42]), whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.nii");
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> NiftiReader.read(cut)).isInstanceOf(ImageFormatException.class);
        }
        bytes[43] = 0x7f;
        bytes[45] = 0x7f;
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(gzip)) {
            output.write(bytes);
        }
        Files.write(cut, gzip.toByteArray());
        assertThatThrownBy(() -> NiftiReader.read(cut)).hasMessageContaining("truncated");
    }

    @Test
    void refusesLabelsThatAreNotWholeNumbers() throws IOException {
        Path file = folder.resolve("half.nii");
        NiftiWriter.write(new Volume(VolumeGrid.flat(2, 1), new float[] {1, 1.5f}), file);
        assertThatThrownBy(() -> NiftiReader.readLabels(file)).hasMessageContaining("voxel 1 is 1.5");
    }

    private static void assertSameAsNibabel(List<Path> files) throws IOException {
        List<String> lines =
                Judges.python("nibabel", DESCRIBE, files.toArray()).lines().toList();
        for (int index = 0; index < files.size(); index++) {
            assertSame(files.get(index), numbers(lines.get(index)));
        }
    }

    private static void assertSame(Path file, double[] expected) throws IOException {
        List<Volume> volumes = NiftiReader.readAll(file);
        VolumeGrid grid = volumes.getFirst().grid();
        assertThat(new double[] {grid.width(), grid.height(), grid.depth(), volumes.size()})
                .as("sizes of %s", file)
                .isEqualTo(Arrays.copyOf(expected, 4));
        double[][] rows = grid.affine().swapLpsRas().toRows();
        for (int index = 0; index < 12; index++) {
            assertThat(rows[index / 4][index % 4])
                    .as("affine %d of %s", index, file)
                    .isCloseTo(expected[4 + index], within(1e-4));
        }
        int next = 16;
        for (Volume volume : volumes) {
            float[] voxels = volume.voxels();
            double sum = 0;
            for (float voxel : voxels) {
                sum += voxel;
            }
            double expectedSum = expected[next++];
            assertThat(sum).isCloseTo(expectedSum, within(Math.max(1e-3, Math.abs(expectedSum) * 1e-6)));
            for (int sample = 0; sample < 8; sample++) {
                int index = (int) ((voxels.length - 1L) * sample / 7);
                assertThat(voxels[index]).as("voxel %d of %s", index, file).isEqualTo((float) expected[next++]);
            }
        }
    }

    private static double[] numbers(String line) {
        return Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
