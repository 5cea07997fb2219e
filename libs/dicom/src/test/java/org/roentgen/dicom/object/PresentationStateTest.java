package org.roentgen.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.GraphicAnnotation.Anchor;
import org.roentgen.dicom.object.GraphicAnnotation.Box;
import org.roentgen.dicom.object.GraphicAnnotation.Graphic;
import org.roentgen.dicom.object.GraphicAnnotation.Shape;
import org.roentgen.dicom.object.GraphicAnnotation.Text;
import org.roentgen.dicom.object.GraphicAnnotation.Units;
import org.roentgen.dicom.pixel.ModalityTransform;
import org.roentgen.dicom.pixel.VoiTransform;

final class PresentationStateTest {
    private final List<DataSet> source = TestSeries.instances(new Vector3(1, 0, 0), new Vector3(0, 1, 0)).stream()
            .map(image -> image.toBuilder()
                    .putDecimals(Tag.RescaleSlope, 2)
                    .putDecimals(Tag.RescaleIntercept, -1024)
                    .put(Tag.RescaleType, "HU")
                    .build())
            .toList();

    @TempDir
    Path folder;

    @Test
    void everythingComesBackAndForeignToolsReadIt() throws IOException {
        List<ImageReference> first = List.of(reference(source.getFirst()));
        VoiTransform.Window lung = new VoiTransform.Window(-600, 1500, VoiTransform.Function.LINEAR);
        VoiTransform.Window bone = new VoiTransform.Window(400.5, 1800, VoiTransform.Function.SIGMOID);
        List<Scoped<VoiTransform.Window>> windows = List.of(
                new Scoped<>(lung, first),
                new Scoped<>(
                        bone,
                        source.stream()
                                .skip(1)
                                .map(PresentationStateTest::reference)
                                .toList()));
        List<Shutter> shutters = List.of(
                new Shutter.Rectangle(1, 4, 2, 6),
                new Shutter.Circle(3, 3, 3),
                new Shutter.Polygon(List.of(new ImagePoint(1, 1), new ImagePoint(5, 1), new ImagePoint(5, 6))));
        GraphicAnnotation annotation = new GraphicAnnotation(
                "MEASUREMENTS",
                List.of(
                        new Graphic(Units.PIXEL, Shape.POINT, points(2.5, 2.5), false),
                        new Graphic(Units.PIXEL, Shape.POLYLINE, points(0, 0, 5, 6, 0, 6, 0, 0), true),
                        new Graphic(Units.DISPLAY, Shape.CIRCLE, points(0.5, 0.5, 0.5, 0.75), false),
                        new Graphic(Units.PIXEL, Shape.ELLIPSE, points(1, 3, 4, 3, 2, 2, 2, 4), false)),
                List.of(
                        Text.at(2.5, 2.5, "Länge 12 mm"),
                        new Text(
                                "Note",
                                Optional.of(new Box(Units.DISPLAY, new ImagePoint(0, 0), new ImagePoint(0.5, 0.25))),
                                Optional.of(new Anchor(Units.PIXEL, new ImagePoint(1, 1), true)))));
        PresentationStateBuilder builder = new PresentationStateBuilder(TestSeries.object("Key view"), source)
                .transform(new SpatialTransform(90, true))
                .annotation(new Scoped<>(annotation, first));
        windows.forEach(builder::window);
        shutters.forEach(builder::shutter);
        Path file = write(builder.build("LUNG VIEW", "As read"));
        PresentationState read =
                PresentationStateReader.read(DicomFile.read(file).dataSet());

        assertThat(read.images()).hasSize(4).contains(first.getFirst());
        assertThat(read.grayscale().modality()).contains(new ModalityTransform.Rescale(2, -1024));
        assertThat(read.window(first.getFirst().sopInstanceUid(), 1)).contains(lung);
        assertThat(read.window(source.get(2).string(Tag.SOPInstanceUID, ""), 1)).contains(bone);
        assertThat(read.window("1.2.3", 1)).isEmpty();
        assertThat(read.shutters()).isEqualTo(shutters);
        assertThat(read.layout().transform()).isEqualTo(new SpatialTransform(90, true));
        assertThat(read.area("1.2.3", 1).orElseThrow())
                .isEqualTo(new DisplayedArea(
                        1,
                        1,
                        5,
                        6,
                        DisplayedArea.Mode.SCALE_TO_FIT,
                        new DisplayedArea.Spacing(0.8, 0.7, true),
                        Optional.empty()));
        assertThat(read.annotations(first.getFirst().sopInstanceUid(), 1)).containsExactly(annotation);
        assertThat(read.annotations(source.get(1).string(Tag.SOPInstanceUID, ""), 1))
                .isEmpty();

        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
        assertThat(Judges.program("dcmdump", file).status()).isZero();
        String answer = Judges.python("pydicom", """
                import sys, pydicom
                d = pydicom.dcmread(sys.argv[1])
                print(d.SOPClassUID.name, len(d.ReferencedSeriesSequence[0].ReferencedImageSequence),
                      d.SoftcopyVOILUTSequence[0].WindowWidth, d.GraphicAnnotationSequence[0].TextObjectSequence[0].UnformattedTextValue)
                """, file);
        assertThat(answer.strip()).isEqualTo("Grayscale Softcopy Presentation State Storage 4 1500 Länge 12 mm");
    }

    @Test
    void withoutFurtherCallsItShowsTheImagesWhole() throws IOException {
        DataSet other = source.getFirst().toBuilder()
                .put(Tag.SOPInstanceUID, Uids.random())
                .putIntegers(Tag.Rows, 99)
                .remove(Tag.PixelSpacing)
                .build();
        Path file = write(new PresentationStateBuilder(TestSeries.object("Plain"), List.of(source.getFirst(), other))
                .build("PLAIN", ""));
        PresentationState read =
                PresentationStateReader.read(DicomFile.read(file).dataSet());
        assertThat(read.area(other.string(Tag.SOPInstanceUID, ""), 1)
                        .orElseThrow()
                        .bottom())
                .isEqualTo(99);
        assertThat(read.area(source.getFirst().string(Tag.SOPInstanceUID, ""), 1)
                        .orElseThrow()
                        .bottom())
                .isEqualTo(6);
        assertThat(read.shows(-5, 3000)).isTrue();
        assertThat(Judges.program("dciodvfy", file).output()).doesNotContain("Error");
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 1, 2, 1, 2",
        "90, false, 0, 0, 6, 0",
        "90, false, 1, 2, 4, 1",
        "180, false, 1, 2, 4, 4",
        "270, false, 1, 2, 2, 4",
        "0, true, 1, 2, 4, 2",
        "90, true, 1, 2, 2, 1"
    })
    void pointsTurnClockwiseAndAreThenMirrored(
            int rotation, boolean flipped, double column, double row, double toColumn, double toRow) {
        assertThat(new SpatialTransform(rotation, flipped).toDisplay(new ImagePoint(column, row), 5, 6))
                .isEqualTo(new ImagePoint(toColumn, toRow));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, true", "1, 2, true", "4, 6, false", "5, 2, false", "2, 5, false", "3, 1, false"})
    void aPixelIsSeenWhereAllShuttersShowIt(int column, int row, boolean seen) {
        List<Shutter> shutters = List.of(
                new Shutter.Rectangle(1, 4, 2, 6),
                new Shutter.Polygon(List.of(
                        new ImagePoint(1, 1), new ImagePoint(5, 1), new ImagePoint(5, 4), new ImagePoint(1, 4))));
        assertThat(shutters.stream().allMatch(shutter -> shutter.shows(column, row)))
                .isEqualTo(seen);
    }

    @Test
    void imagesOfDifferentRescaleAreRefused() {
        List<DataSet> mixed = List.of(
                source.get(0),
                source.get(1).toBuilder().putDecimals(Tag.RescaleSlope, 3).build());
        assertThatThrownBy(() -> new PresentationStateBuilder(TestSeries.object("Mixed"), mixed))
                .hasMessageContaining("different rescale");
        assertThatThrownBy(() -> new Graphic(Units.PIXEL, Shape.CIRCLE, points(1, 1), false))
                .hasMessageContaining("CIRCLE has 1 points");
        assertThatThrownBy(() -> new SpatialTransform(45, false)).hasMessageContaining("45");
    }

    @Test
    void readsThePresentationStateOfOthers() throws IOException {
        Path file = Judges.shared("dicom-conformance/modality").resolve("PR000000.dcm");
        PresentationState read =
                PresentationStateReader.read(DicomFile.read(file).dataSet());
        assertThat(read.images()).hasSize(1);
        assertThat(read.grayscale().windows().getFirst().value())
                .isEqualTo(new VoiTransform.Window(2048, 4096, VoiTransform.Function.LINEAR));
        GraphicAnnotation annotation = read.annotations().getFirst().value();
        assertThat(annotation.graphics().getFirst().shape()).isEqualTo(Shape.ELLIPSE);
        assertThat(annotation.texts().getFirst().text())
                .startsWith("Mean: 2651.41")
                .contains("cm²");
    }

    private static List<ImagePoint> points(double... coordinates) {
        List<ImagePoint> points = new ArrayList<>();
        for (int index = 0; index < coordinates.length; index += 2) {
            points.add(new ImagePoint(coordinates[index], coordinates[index + 1]));
        }
        return points;
    }

    private static ImageReference reference(DataSet image) {
        return new ImageReference(image.string(Tag.SOPClassUID, ""), image.string(Tag.SOPInstanceUID, ""), List.of());
    }

    private Path write(DataSet dataSet) throws IOException {
        Path file = folder.resolve("pr.dcm");
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file;
    }
}
