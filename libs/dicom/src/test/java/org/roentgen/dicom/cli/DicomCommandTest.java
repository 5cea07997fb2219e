package org.roentgen.dicom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

class DicomCommandTest {
    @TempDir
    Path directory;

    private Path good;
    private Path bad;

    /** What one run gave. */
    private record Result(int status, String out, String err) {}

    @BeforeEach
    void writeFiles() throws IOException {
        Path in = Files.createDirectories(directory.resolve("in/sub"));
        good = in.resolve("good.dcm");
        bad = in.resolve("bad.txt");
        DataSet dataSet = DataSet.builder()
                .put(Tag.SOPClassUID, Uid.CTImageStorage)
                .put(Tag.SOPInstanceUID, "1.2.3")
                .put(Tag.PatientID, "with, comma")
                .put(Tag.Modality, "CT")
                .putIntegers(Tag.Rows, 4)
                .putBytes(Tag.PixelData, VR.OB, new byte[] {1, 2, 3, 4})
                .build();
        DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(good);
        Files.writeString(bad, "no image");
    }

    private static Result run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8);
        int status = DicomCommand.run(
                List.of(arguments).stream().map(Object::toString).toList(),
                printed,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        printed.flush();
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void refersToBulkDataOrInlinesIt() {
        assertThat(run("json", good).out()).contains("\"BulkDataURI\":\"" + good.toUri() + "#7FE00010\"");
        assertThat(run("json", good, "--inline", "4").out()).contains("\"InlineBinary\":\"AQIDBA==\"");
        assertThat(run("json", good, "--inline", "3").out()).contains("BulkDataURI");
    }

    @Test
    void dumpsForPeople() {
        assertThat(run("dump", good).out()).contains("(0028,0010) US [4]  # Rows");
    }

    @Test
    void indexesATreeAndGoesOnAfterABadFile() {
        Result result = run("index", directory.resolve("in"));

        assertThat(result.status()).isEqualTo(Subcommand.PARTLY);
        assertThat(result.out().lines().skip(1))
                .containsExactly(good + ",\"with, comma\",,,1.2.3," + Uid.CTImageStorage + ","
                        + Uid.ExplicitVRLittleEndian + ",CT,4,,");
        assertThat(result.err()).contains("bad.txt: NOT_DICOM").contains("1 of 2 files could not be read");
    }

    @Test
    void answersABadFileWithOneLineAndStatusTwo() {
        for (Result result : List.of(
                run("json", bad),
                run("dump", directory.resolve("absent")),
                run("json", directory),
                run("sing"),
                run())) {
            assertThat(result.status()).isEqualTo(Subcommand.FAILED);
            assertThat(result.err().lines()).hasSize(1);
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void deidentifiesATreeAndReportsWhatItQuarantined() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), "00112233445566778899aabbccddeeff");
        Path out = directory.resolve("out");
        Path report = directory.resolve("report.json");

        Result reported = run(
                "deidentify",
                "--profile",
                "basic",
                "--key-file",
                key,
                directory.resolve("in"),
                out,
                "--report",
                report);
        Result unreported = run("deidentify", "--profile", "basic", "--key-file", key, directory.resolve("in"), out);

        assertThat(reported.status()).isEqualTo(Subcommand.DONE);
        assertThat(unreported.status()).isEqualTo(Subcommand.PARTLY);
        assertThat(out.resolve("sub/bad.txt")).doesNotExist();
        assertThat(DicomFile.read(out.resolve("sub/good.dcm")).dataSet().string(Tag.PatientID, ""))
                .startsWith("P");
        assertThat(Files.readString(report))
                .contains("\"status\":\"quarantined\"")
                .contains("\"(0010,0020)\":\"PSEUDONYM\"")
                .doesNotContain("with, comma");
    }

    @Test
    void refusesAKeyThatIsTooShort() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), "short");

        Result result = run("deidentify", "--profile", "basic", "--key-file", key, good, directory.resolve("out.dcm"));

        assertThat(result.status()).isEqualTo(Subcommand.FAILED);
        assertThat(result.err()).contains("too short").doesNotContain("short key file content");
    }

    @Test
    void validatesFilesByStatusAndLines() {
        Result result = run("validate", good);
        assertThat(result.status()).isEqualTo(Subcommand.PARTLY);
        assertThat(result.out().lines())
                .contains(good + "\tERROR\t(0020,000D)\tTYPE_1_MISSING\tStudyInstanceUID of type 1 is missing");
        assertThat(run("validate", bad).status()).isEqualTo(Subcommand.FAILED);
        assertThat(run("validate", good, bad).status()).isEqualTo(Subcommand.FAILED);
        assertThat(run("validate").err()).contains("at least one FILE is needed");
        Result tree = run("validate", directory.resolve("in"));
        assertThat(tree.status()).isEqualTo(Subcommand.PARTLY);
        assertThat(tree.out()).contains(good + "\tERROR");
        assertThat(tree.err()).contains("bad.txt: NOT_DICOM").contains("1 of 2 files could not be read");
    }
}
