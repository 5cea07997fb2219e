package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.Peers;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;

/** dcmtk's tools as foreign peers. */
@Timeout(120)
class DcmtkStorageTest {
    @TempDir
    Path directory;

    @Test
    void echoscuIsAnswered() throws Exception {
        try (DicomServer server = DicomServer.builder("SERVER").start()) {
            String port = Integer.toString(server.port());
            assertThat(Peers.run("echoscu", "-aec", "SERVER", "--repeat", "20", "localhost", port)
                            .exitStatus())
                    .isZero();
            Peers.Finished refused = Peers.run("echoscu", "-aec", "OTHER", "localhost", port);
            assertThat(refused.exitStatus()).isNotZero();
            assertThat(refused.output()).contains("Called AE Title Not Recognized");
        }
    }

    @Test
    void storescuSendsWithSmallAndLargePdus() throws Exception {
        Path received = Files.createDirectory(directory.resolve("received"));
        List<Path> files = instances(5);
        try (DicomServer server = DicomServer.builder("SERVER")
                .service(StorageService.of(new DirectoryStore(received, Durability.SYNCHRONISED)))
                .start()) {
            for (String pdu : List.of("4096", "131072")) {
                List<String> command = new ArrayList<>(List.of(
                        "storescu",
                        "-aec",
                        "SERVER",
                        "--max-send-pdu",
                        pdu,
                        "localhost",
                        Integer.toString(server.port())));
                files.forEach(file -> command.add(file.toString()));
                assertThat(Peers.run(command.toArray(String[]::new)).exitStatus())
                        .isZero();
            }
        }
        assertSameDataSets(files, received);
    }

    @Test
    void storescpTakesWhatIsSent() throws Exception {
        Path received = Files.createDirectory(directory.resolve("received"));
        List<Path> files = instances(5);
        List<InstanceSource> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(InstanceSource.of(file));
        }
        try (Peers.Running peer = Peers.serve(
                        List.of("storescp", "-aet", "PEER", "-od", received.toString(), "-fe", ".dcm", "PORT"));
                Association association = Association.open(StorageUser.propose(
                                AssociationOptions.builder("localhost", peer.port(), "CLIENT", "PEER"), sources)
                        .verification()
                        .build())) {
            assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(new StorageUser(association, InstanceTranscoder.uncompressedOnly()).storeAll(sources, _ -> {}))
                    .hasSize(5)
                    .allMatch(StoreOutcome::isStored);
        }
        assertThat(Peers.run("dcmdump", firstOf(received).toString()).output()).contains("Synthetic^Sample");
        try (Stream<Path> kept = Files.list(received)) {
            assertThat(kept).hasSize(5);
        }
    }

    private List<Path> instances(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            files.add(TestInstances.writeCt(directory, number, 128));
        }
        return files;
    }

    private static Path firstOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void assertSameDataSets(List<Path> sent, Path received) throws IOException {
        for (Path file : sent) {
            InstanceSource before = InstanceSource.of(file);
            InstanceSource after = InstanceSource.of(received.resolve(before.sopInstanceUid() + ".dcm"));
            try (InputStream expected = before.open();
                    InputStream actual = after.open()) {
                assertThat(actual.readAllBytes()).isEqualTo(expected.readAllBytes());
            }
        }
    }
}
