package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.Peers;
import org.roentgen.dicom.network.TestCertificates;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;

/** dcmtk's tools over TLS, in both directions. */
@Timeout(120)
class DcmtkTlsTest {
    @TempDir
    static Path keys;

    private static TestCertificates certificates;

    @TempDir
    Path directory;

    private Path received;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TestCertificates.make(keys);
    }

    @BeforeEach
    void makeDirectory() throws IOException {
        received = Files.createDirectory(directory.resolve("received"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "+tls, +py, answered",
        "+tls, +px, answered",
        "+tls, +pz, answered",
        "+tls, +pa, refused",
        "+tls, +pn, refused",
        "+tla, +py, refused",
        "-tls,    , refused"
    })
    void answersInTheProfilesOfBcp195WhoShowsACertificate(String stack, @Nullable String profile, String outcome)
            throws Exception {
        try (DicomServer server = server(true)) {
            Peers.Finished echo = run("echoscu", stack, profile, server.port(), List.of());
            assertThat(echo.exitStatus() == 0).as(echo.output()).isEqualTo(outcome.equals("answered"));
        }
    }

    @Test
    void answersWithoutACertificateWhereNoneIsAskedFor() throws Exception {
        try (DicomServer server = server(false)) {
            Peers.Finished echo = run("echoscu", "+tla", "+py", server.port(), List.of());
            assertThat(echo.exitStatus()).as(echo.output()).isZero();
        }
    }

    @Test
    void findsAndStores() throws Exception {
        try (DicomServer server = server(true)) {
            Peers.Finished found = run(
                    "findscu",
                    "+tls",
                    "+py",
                    server.port(),
                    List.of("-S", "-v", "-k", "QueryRetrieveLevel=IMAGE", "-k", "SOPInstanceUID"));
            assertThat(found.exitStatus()).as(found.output()).isZero();
            assertThat(found.output()).contains("Find Response: 3");
            Path file = TestInstances.writeCt(directory, 1, 256);
            Peers.Finished stored = run("storescu", "+tls", "+py", server.port(), List.of(), file.toString());
            assertThat(stored.exitStatus()).as(stored.output()).isZero();
        }
        assertReceived(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+py", "+px", "+pz"})
    void sendsToDcmtk(String profile) throws Exception {
        List<InstanceSource> sources = List.of(
                InstanceSource.of(TestInstances.writeCt(directory, 1, 256)),
                InstanceSource.of(TestInstances.writeCt(directory, 2, 256)));
        try (Peers.Running peer = Peers.serve(List.of(
                        "storescp",
                        "-od",
                        received.toString(),
                        "+tls",
                        certificates.keyFile().toString(),
                        certificates.certificateFile().toString(),
                        "+cf",
                        certificates.certificateFile().toString(),
                        profile,
                        "PORT"));
                Association association = Association.open(StorageUser.propose(
                                AssociationOptions.builder("localhost", peer.port(), "CLIENT", "PEER")
                                        .tls(certificates.context(true)),
                                sources)
                        .verification()
                        .build())) {
            assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(new StorageUser(association, InstanceTranscoder.uncompressedOnly()).storeAll(sources, _ -> {}))
                    .hasSize(2)
                    .allMatch(StoreOutcome::isStored);
        }
        assertReceived(2);
    }

    private DicomServer server(boolean isMutual) throws Exception {
        return DicomServer.builder("SERVER")
                .tls(certificates.context(true), isMutual)
                .service(QueryService.studyAndPatientRoot(new MemoryArchive(3)))
                .service(StorageService.of(new DirectoryStore(received, Durability.BUFFERED)))
                .start();
    }

    private void assertReceived(int count) throws IOException {
        try (Stream<Path> files = Files.list(received)) {
            assertThat(files).hasSize(count);
        }
    }

    private static Peers.Finished run(
            String tool, String stack, @Nullable String profile, int port, List<String> options, String... files)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(tool, "-aec", "SERVER", stack));
        if (stack.equals("+tls")) {
            command.add(certificates.keyFile().toString());
            command.add(certificates.certificateFile().toString());
        }
        if (profile != null) {
            command.addAll(List.of("+cf", certificates.certificateFile().toString(), profile));
        }
        command.addAll(options);
        command.addAll(List.of("localhost", Integer.toString(port)));
        command.addAll(List.of(files));
        return Peers.run(command.toArray(String[]::new));
    }
}
