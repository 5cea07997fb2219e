package org.roentgen.dicom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.deidentify.face.HeadPhantom;
import org.roentgen.dicom.deidentify.face.PhantomScan;
import org.roentgen.dicom.geometry.Vector3;

/** A tree of a study whose localizer comes before the series that shows the face. */
class SeriesFacesTest {
    private static final HeadPhantom HEAD = new HeadPhantom(HeadPhantom.Support.NONE);

    @TempDir
    Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(directory.resolve("key"), "00112233445566778899aabbccddeeff");
        Files.writeString(
                directory.resolve("faces.json"),
                "{\"name\": \"faces\", \"version\": 1, \"options\": [\"CLEAN_RECOGNIZABLE_VISUAL_FEATURES\"], \"dates\": \"REMOVE\", \"overrides\": []}");
        PhantomScan localizer = PhantomScan.magneticResonance(
                HEAD, PhantomScan.planes(new Vector3(0, 1, 0), new Vector3(0, 0, -1), new Vector3(20, 0, 0), 3));
        write("a-localizer", localizer, "1.2.1");
        write("b-head", PhantomScan.magneticResonance(HEAD, PhantomScan.axial()), "1.2.2");
    }

    private void write(String folder, PhantomScan scan, String series) throws IOException {
        Path target = Files.createDirectories(directory.resolve("in/" + folder));
        int number = 0;
        for (DicomFile file : scan.singleFrames()) {
            number++;
            DataSet image = file.dataSet().toBuilder()
                    .put(Tag.SeriesInstanceUID, series)
                    .put(Tag.SOPInstanceUID, series + "." + number)
                    .put(Tag.SliceThickness, "6")
                    .build();
            DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(target.resolve(number + ".dcm"));
        }
    }

    private int run(String in) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        List<String> arguments = Stream.of("faces.json", "--key-file", "key", "--face-pictures", "pictures", in, "out")
                .map(argument -> argument.startsWith("--")
                        ? argument
                        : directory.resolve(argument).toString())
                .toList();
        return DicomCommand.run(
                Stream.concat(Stream.of("deidentify", "--profile"), arguments.stream())
                        .toList(),
                nowhere,
                nowhere);
    }

    @Test
    void aLocalizerLosesTheFaceThatTheOtherSeriesShows() throws IOException {
        assertThat(run("in")).isEqualTo(Subcommand.DONE);

        for (String name : List.of("a-localizer/1.dcm", "a-localizer/2.dcm", "a-localizer/3.dcm", "b-head/30.dcm")) {
            DataSet before = DicomFile.read(directory.resolve("in/" + name)).dataSet();
            DataSet after = DicomFile.read(directory.resolve("out/" + name)).dataSet();
            assertThat(after.string(Tag.RecognizableVisualFeatures)).as(name).hasValue("NO");
            assertThat(after.bytes(Tag.PixelData).orElseThrow())
                    .as(name)
                    .isNotEqualTo(before.bytes(Tag.PixelData).orElseThrow());
        }
        assertThat(directory.resolve("pictures/face-1.png")).isNotEmptyFile();
        assertThat(directory.resolve("pictures/face-2.png")).isNotEmptyFile();
    }

    @Test
    void aLocalizerByItselfIsQuarantined() {
        assertThat(run("in/a-localizer")).isEqualTo(Subcommand.PARTLY);
        assertThat(directory.resolve("out/1.dcm")).doesNotExist();
        assertThat(directory.resolve("pictures")).doesNotExist();
    }
}
