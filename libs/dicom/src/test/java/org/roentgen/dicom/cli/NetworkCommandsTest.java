package org.roentgen.dicom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.Conditions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.Peers;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.DimseException;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.dicom.network.service.InstanceTranscoder;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.dicom.network.service.QueryService;
import org.roentgen.dicom.network.service.RetrieveHandler;
import org.roentgen.dicom.network.service.RetrieveService;

@Timeout(60)
class NetworkCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void receivesWhatIsSentUntilInterrupted() throws Exception {
        Path sent = Files.createDirectory(directory.resolve("sent"));
        Path received = directory.resolve("received");
        for (int number = 1; number <= 3; number++) {
            TestInstances.writeCt(sent, number, 16);
        }
        Files.writeString(sent.resolve("notes.txt"), "no instance");
        String port = Integer.toString(Peers.freePort());
        Thread receiver = Thread.ofPlatform()
                .start(() -> DicomCommand.run(
                        List.of("receive", "--port", port, "--aet", "STORE", "--dir", received.toString()),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        System.err));
        Conditions.await(() -> run("echo", "localhost", port, "--aec", "STORE") == 0);
        out.reset();
        err.reset();
        assertThat(run("send", "localhost", port, "--aec", "STORE", sent.toString()))
                .isEqualTo(1);
        assertThat(text(out)).contains("3 sent, 1 failed");
        assertThat(text(err)).contains("notes.txt");
        try (Stream<Path> files = Files.list(received)) {
            assertThat(files).hasSize(3).allMatch(file -> file.toString().endsWith(".dcm"));
        }
        receiver.interrupt();
        receiver.join(10_000);
        assertThat(receiver.isAlive()).isFalse();
    }

    @Test
    void printsAMatchALine() throws IOException {
        QueryService worklist = new QueryService(
                (request, sink) -> {
                    assertThat(request.identifier()
                                    .item(Tag.ScheduledProcedureStepSequence)
                                    .orElseThrow()
                                    .string(Tag.Modality))
                            .hasValue("MR");
                    sink.match(DataSet.builder().put(Tag.AccessionNumber, "A1").build());
                    sink.match(DataSet.builder().put(Tag.AccessionNumber, "A2").build());
                },
                Set.of(SopClass.MODALITY_WORKLIST_FIND));
        try (DicomServer server = DicomServer.builder("RIS").service(worklist).start()) {
            assertThat(run(
                            "find",
                            "localhost",
                            Integer.toString(server.port()),
                            "--aec",
                            "RIS",
                            "--model",
                            "worklist",
                            "AccessionNumber",
                            "ScheduledProcedureStepSequence.Modality=MR",
                            "ScheduledProcedureStepSequence.ScheduledStationAETitle"))
                    .isZero();
        }
        assertThat(text(out).lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.contains("00080050"));
    }

    @ParameterizedTest
    @CsvSource({
        "echo localhost, HOST and PORT are missing",
        "echo localhost 99999, is no number from 0 to 65535",
        "echo localhost 104 --aet ABCDEFGHIJKLMNOPQ, AE title",
        "send localhost 104, FILE is missing",
        "find localhost 104 --model film, is none of",
        "find localhost 104 NoSuchKeyword=1, is no keyword",
        "receive --port 104 --aet A, --dir is missing"
    })
    void namesWhatIsWrongWithTheArguments(String line, String message) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(text(err)).contains(message).contains("usage: ");
    }

    @Test
    void givesOneLineForAPeerThatIsNotThere() throws IOException {
        assertThat(run("echo", "localhost", Integer.toString(Peers.freePort()))).isEqualTo(2);
        assertThat(text(err).lines()).singleElement().asString().contains("Connection refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"move localhost %d --to NOWHERE", "get localhost %d --dir .", "find localhost %d"})
    void givesOneLineForAPeerThatRefuses(String line) throws IOException {
        RetrieveHandler refusing = new RetrieveHandler() {
            @Override
            public List<InstanceSource> instances(PeerRequest request) throws IOException {
                throw new DimseException(DimseStatus.NOT_AUTHORIZED);
            }

            @Override
            public Optional<AssociationOptions.Builder> destination(PeerRequest request) {
                return Optional.empty();
            }
        };
        try (DicomServer server = DicomServer.builder("ANY-SCP")
                .service(new RetrieveService(refusing, InstanceTranscoder.uncompressedOnly()))
                .service(QueryService.studyAndPatientRoot((_, _) -> {
                    throw new DimseException(DimseStatus.NOT_AUTHORIZED);
                }))
                .start()) {
            assertThat(run((line.formatted(server.port()) + " StudyInstanceUID=1.2.3").split(" ")))
                    .isEqualTo(2);
        }
        assertThat(text(err).lines()).singleElement().asString().containsPattern("status (A801|0124)H");
    }

    private int run(String... arguments) {
        return DicomCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
