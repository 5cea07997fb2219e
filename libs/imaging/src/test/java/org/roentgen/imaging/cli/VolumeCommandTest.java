package org.roentgen.imaging.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.cli.Subcommand;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.imaging.Judges;
import org.roentgen.imaging.TestVolumes;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;

final class VolumeCommandTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 3;
    private static final int SLICES = 5;
    private static final Vector3 ORIGIN = new Vector3(-12.5, 30.25, 7);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The directions of rows and columns along the patient axes, both ways, and two oblique pairs. */
    static Stream<Affine> orientations() {
        Affine oblique = TestVolumes.affine("LPS");
        return Stream.concat(
                        Stream.of("L", "R", "P", "A", "S", "I").flatMap(first -> Stream.of("L", "R", "P", "A", "S", "I")
                                .filter(second -> axis(first) != axis(second))
                                .map(second -> first + second + "LPS".charAt(3 - axis(first) - axis(second)))),
                        Stream.of("LPS", "PSL"))
                .map(TestVolumes::affine)
                .map(affine -> affine.equals(oblique) ? rotated(affine) : affine);
    }

    private static int axis(String letter) {
        return Math.max("LPS".indexOf(letter), "RAI".indexOf(letter));
    }

    private static Affine rotated(Affine affine) {
        UnaryOperator<Vector3> turn = vector -> new Vector3(
                0.8 * vector.x() - 0.6 * vector.y(),
                0.48 * vector.x() + 0.64 * vector.y() - 0.6 * vector.z(),
                0.36 * vector.x() + 0.48 * vector.y() + 0.8 * vector.z());
        return new Affine(turn.apply(affine.axisI()), turn.apply(affine.axisJ()), turn.apply(affine.axisK()), ORIGIN);
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void everyVoxelLiesWhereItsPixelWas(Affine orientation) throws IOException {
        Vector3 row = orientation.axisI().normalized();
        Vector3 column = orientation.axisJ().normalized();
        for (int slice = 0; slice < SLICES; slice++) {
            write(instance(row, column, slice, 2.5 * slice).build(), slice);
        }
        assertThat(run()).isZero();
        Volume volume = NiftiReader.read(folder.resolve("out.nii.gz"));
        assertThat(volume.grid().sizeText()).isEqualTo("3 x 4 x 5");
        Affine toIndex = volume.grid().affine().inverse();
        for (int slice = 0; slice < SLICES; slice++) {
            for (int pixel = 0; pixel < ROWS * COLUMNS; pixel++) {
                Vector3 place = ORIGIN.plus(row.times(0.7 * (pixel % COLUMNS)))
                        .plus(column.times(0.8 * (pixel / COLUMNS)))
                        .plus(row.cross(column).times(2.5 * slice));
                Vector3 index = toIndex.apply(place);
                assertThat(volume.at(
                                (int) Math.round(index.x()), (int) Math.round(index.y()), (int) Math.round(index.z())))
                        .isEqualTo(100 * slice + pixel - 1024);
                assertThat(index.minus(new Vector3(Math.round(index.x()), Math.round(index.y()), Math.round(index.z())))
                                .length())
                        .isLessThan(1e-4);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,-1024,4", "2,0.5,16", "0.1,0,16", "1,40000,16"})
    void wholeValuesOf16BitsAreInt16AndOthersFloat32(String slope, String intercept, int type) throws IOException {
        for (int slice = 0; slice < 3; slice++) {
            write(
                    axial(slice, 2.5 * slice)
                            .put(Tag.RescaleSlope, slope)
                            .put(Tag.RescaleIntercept, intercept)
                            .build(),
                    slice);
        }
        assertThat(run("plain.nii")).isZero();
        assertThat(Files.readAllBytes(folder.resolve("plain.nii"))[70]).isEqualTo((byte) type);
        assertThat(NiftiReader.read(folder.resolve("plain.nii")).at(1, 2, 2))
                .isEqualTo((float) (207 * Double.parseDouble(slope) + Double.parseDouble(intercept)));
    }

    @Test
    void aGapIsRefused() throws IOException {
        for (int slice : new int[] {0, 1, 2, 4, 5}) {
            write(axial(slice, 2.5 * slice).build(), slice);
        }
        assertRefused("1 slices are missing, at position 14.50 mm");
    }

    @Test
    void unequalSpacingIsRefused() throws IOException {
        double[] positions = {0, 2.5, 5, 8.4, 11};
        for (int slice = 0; slice < positions.length; slice++) {
            write(axial(slice, positions[slice]).build(), slice);
        }
        assertRefused("The distance between slices varies from 2.50 mm to 3.40 mm");
    }

    @Test
    void duplicatePositionsAreRefused() throws IOException {
        double[] positions = {0, 2.5, 2.5, 5};
        for (int slice = 0; slice < positions.length; slice++) {
            write(axial(slice, positions[slice]).build(), slice);
        }
        assertRefused("More than one image lies at slice position 9.50 mm");
    }

    @Test
    void mixedOrientationIsRefused() throws IOException {
        for (int slice = 0; slice < 3; slice++) {
            write(axial(slice, 2.5 * slice).build(), slice);
        }
        write(instance(new Vector3(0, 1, 0), new Vector3(0, 0, -1), 3, 0).build(), 3);
        assertRefused("1 images are turned against the first one, by up to");
    }

    @Test
    void twoSeriesAreRefused() throws IOException {
        for (int slice = 0; slice < 4; slice++) {
            write(
                    axial(slice, 2.5 * slice)
                            .put(Tag.SeriesInstanceUID, "1.2." + slice % 2)
                            .build(),
                    slice);
        }
        assertRefused("images of 2 series (1.2.0: 2, 1.2.1: 2)");
    }

    @ParameterizedTest
    @CsvSource({"5,6.5,6.5", "5,,5", ",,1"})
    void aSingleSliceIsAsThickAsItSays(String thickness, String spacing, double expected) throws IOException {
        DataSet.Builder slice = axial(0, 0);
        slice.put(Tag.SliceThickness, Objects.requireNonNullElse(thickness, ""));
        slice.put(Tag.SpacingBetweenSlices, Objects.requireNonNullElse(spacing, ""));
        write(slice.build(), 0);
        assertThat(run()).isZero();
        assertThat(NiftiReader.read(folder.resolve("out.nii.gz"))
                        .grid()
                        .spacing()
                        .z())
                .isEqualTo(expected);
    }

    @Test
    void aMosaicIsRefused() throws IOException {
        write(
                axial(0, 0)
                        .put(Tag.ImageType, "ORIGINAL", "PRIMARY", "M", "MOSAIC")
                        .build(),
                0);
        assertRefused("Image Type says MOSAIC");
    }

    @Test
    void aFolderWithoutImagesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("series"));
        assertRefused("no DICOM image found");
    }

    @Test
    void aFileThatIsNoDicomIsNamedAndLeftOut() throws IOException {
        for (int slice = 0; slice < 3; slice++) {
            write(axial(slice, 2.5 * slice).build(), slice);
        }
        Files.writeString(folder.resolve("series/notes.txt"), "nothing here");
        assertThat(run()).isEqualTo(Subcommand.PARTLY);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("notes.txt").contains("1 files of");
        assertThat(folder.resolve("out.nii.gz")).exists();
    }

    @Test
    void theVerbIsFoundByTheToolkit() {
        assertThat(ServiceLoader.load(Subcommand.class).stream()
                        .map(provider -> provider.get().verb()))
                .contains("volume");
    }

    @ParameterizedTest
    @CsvSource({"mr-brain/Study3/11_HCropVolume", "mr-brain/Study3/11-T1post-18670", "ct-lung/Lung_Dx-A0002/B40f"})
    void pydicomAndNibabelSeeTheSameVoxelsAtTheSamePlaces(String series) throws IOException {
        Path input = Judges.shared(series);
        Path target = folder.resolve("judged.nii.gz");
        assertThat(new VolumeCommand().run(List.of(input.toString(), target.toString()), System.out, print()))
                .isZero();
        String verdict = Judges.python("nibabel", """
                import sys, glob, numpy, pydicom, nibabel
                images = [pydicom.dcmread(f) for f in glob.glob(sys.argv[1] + '/*.dcm')]
                row = numpy.array(images[0].ImageOrientationPatient[:3], float)
                column = numpy.array(images[0].ImageOrientationPatient[3:], float)
                images.sort(key=lambda image: numpy.dot(image.ImagePositionPatient, numpy.cross(row, column)))
                ours = nibabel.load(sys.argv[2])
                place = lambda image: numpy.array(image.ImagePositionPatient, float)
                affine = numpy.eye(4)
                affine[:3, 0] = row * images[0].PixelSpacing[1]
                affine[:3, 1] = column * images[0].PixelSpacing[0]
                affine[:3, 2] = (place(images[-1]) - place(images[0])) / (len(images) - 1)
                affine[:3, 3] = place(images[0])
                affine = numpy.diag([-1, -1, 1, 1]) @ affine
                assert numpy.allclose(affine, ours.affine, atol=1e-3), (affine, ours.affine)
                values = numpy.stack([image.pixel_array.T * float(image.get('RescaleSlope', 1))
                                      + float(image.get('RescaleIntercept', 0)) for image in images], axis=-1)
                assert values.shape == ours.shape
                assert (values == numpy.asanyarray(ours.dataobj)).all()
                print(ours.get_data_dtype())
                """, input, target);
        assertThat(verdict.strip()).isEqualTo("int16");
    }

    private void assertRefused(String reason) throws IOException {
        assertThat(run()).isEqualTo(Subcommand.FAILED);
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(said).contains(reason);
        assertThat(said.lines()).hasSize(1);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("series"));
        }
    }

    private int run() {
        return run("out.nii.gz");
    }

    /** As the toolkit's main class does. */
    private int run(String target) {
        try {
            return new VolumeCommand()
                    .run(
                            List.of(
                                    folder.resolve("series").toString(),
                                    folder.resolve(target).toString()),
                            System.out,
                            print());
        } catch (IOException e) {
            print().println(e.getMessage());
            return Subcommand.FAILED;
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }

    private PrintStream print() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    private static DataSet.Builder axial(int slice, double position) {
        return instance(new Vector3(1, 0, 0), new Vector3(0, 1, 0), slice, position);
    }

    private static DataSet.Builder instance(Vector3 row, Vector3 column, int slice, double distance) {
        Vector3 position = ORIGIN.plus(row.cross(column).times(distance));
        List<Byte> pixels = new ArrayList<>();
        for (int pixel = 0; pixel < ROWS * COLUMNS; pixel++) {
            int value = 100 * slice + pixel;
            pixels.add((byte) value);
            pixels.add((byte) (value >> 8));
        }
        byte[] bytes = new byte[pixels.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = pixels.get(index);
        }
        return DataSet.builder()
                .put(Tag.SOPClassUID, Uid.CTImageStorage)
                .put(Tag.SOPInstanceUID, "1.2.3." + slice)
                .put(Tag.SeriesInstanceUID, "1.2.4")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, ROWS)
                .putIntegers(Tag.Columns, COLUMNS)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 16)
                .putIntegers(Tag.HighBit, 15)
                .putIntegers(Tag.PixelRepresentation, 0)
                .put(Tag.RescaleIntercept, "-1024")
                .put(Tag.RescaleSlope, "1")
                .putDecimals(Tag.PixelSpacing, 0.8, 0.7)
                .putDecimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
                .putDecimals(Tag.ImagePositionPatient, position.x(), position.y(), position.z())
                .putBytes(Tag.PixelData, VR.OW, bytes);
    }

    /** Names that are not in the order of the slices. */
    private void write(DataSet dataSet, int slice) throws IOException {
        Files.createDirectories(folder.resolve("series"));
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .write(folder.resolve("series").resolve("image" + slice * 7 % 5 + "-" + slice + ".dcm"));
    }
}
