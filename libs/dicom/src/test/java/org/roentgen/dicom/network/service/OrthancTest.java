package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.Peers;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;

/** Orthanc as foreign peer, in both directions. */
@Timeout(120)
class OrthancTest {
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final DataSet STUDY_KEYS = DataSet.builder()
            .put(Tag.QueryRetrieveLevel, "STUDY")
            .put(Tag.StudyInstanceUID, TestInstances.STUDY)
            .build();

    @TempDir
    Path directory;

    @Test
    void storesFindsAndRetrieves() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "Orthanc is not installed (Debian package orthanc)");
        Path received = Files.createDirectory(directory.resolve("received"));
        List<InstanceSource> instances = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            instances.add(InstanceSource.of(TestInstances.ct(number, 64), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        }
        try (DicomServer server = DicomServer.builder("ROENTGEN")
                        .service(StorageService.of(new DirectoryStore(received, Durability.BUFFERED)))
                        .start();
                Orthanc orthanc = Orthanc.start(directory, server.port())) {
            try (Association association = Association.open(StorageUser.propose(orthanc.options(), instances)
                    .context(SopClass.STUDY_ROOT_FIND, TransferSyntaxes.UNCOMPRESSED)
                    .context(SopClass.STUDY_ROOT_MOVE, TransferSyntaxes.UNCOMPRESSED)
                    .verification()
                    .build())) {
                assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
                assertThat(new StorageUser(association, InstanceTranscoder.uncompressedOnly())
                                .storeAll(instances, _ -> {}))
                        .hasSize(8)
                        .allMatch(StoreOutcome::isStored);
                assertThat(new QueryUser(association).find(SopClass.STUDY_ROOT_FIND, STUDY_KEYS, 10))
                        .singleElement()
                        .satisfies(match ->
                                assertThat(match.string(Tag.StudyInstanceUID)).hasValue(TestInstances.STUDY));
                RetrieveProgress moved =
                        new RetrieveUser(association).move(SopClass.STUDY_ROOT_MOVE, "ROENTGEN", STUDY_KEYS, _ -> {});
                assertThat(moved.completed()).isEqualTo(8);
            }
            assertThat(count(received)).isEqualTo(8);
            Path got = Files.createDirectory(directory.resolve("got"));
            try (Association association = Association.open(RetrieveUser.proposeGet(
                            orthanc.options(),
                            SopClass.STUDY_ROOT_GET,
                            StorageSopClasses.COMMON,
                            new DirectoryStore(got, Durability.BUFFERED))
                    .build())) {
                assertThat(new RetrieveUser(association)
                                .get(SopClass.STUDY_ROOT_GET, STUDY_KEYS, _ -> {})
                                .completed())
                        .isEqualTo(8);
            }
            assertThat(count(got)).isEqualTo(8);
        }
    }

    @Test
    void asksUsStoresAndRetrieves() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "Orthanc is not installed (Debian package orthanc)");
        Path received = Files.createDirectory(directory.resolve("received"));
        MemoryArchive archive = new MemoryArchive(8);
        try (DicomServer server = DicomServer.builder("ROENTGEN")
                        .service(QueryService.studyAndPatientRoot(archive))
                        .service(new RetrieveService(archive, InstanceTranscoder.uncompressedOnly()))
                        .service(StorageService.of(new DirectoryStore(received, Durability.BUFFERED)))
                        .start();
                Orthanc orthanc = Orthanc.start(directory, server.port())) {
            archive.destinations.put("ORTHANC", orthanc.dicomPort());
            orthanc.post("/modalities/roentgen/echo", "{}");
            String query = orthanc.post(
                    "/modalities/roentgen/query",
                    "{\"Level\": \"Study\", \"Query\": {\"StudyInstanceUID\": \"" + TestInstances.STUDY + "\"}}");
            orthanc.post(
                    "/queries/" + member(query, "ID") + "/retrieve",
                    "{\"TargetAet\": \"ORTHANC\", \"Synchronous\": true}");
            String statistics = orthanc.get("/statistics");
            assertThat(member(statistics, "CountInstances")).isEqualTo("8");
            String studies = orthanc.get("/studies");
            orthanc.post("/modalities/roentgen/store", "{\"Synchronous\": true, \"Resources\": " + studies + "}");
            assertThat(count(received)).isEqualTo(8);
        }
    }

    /** The value of a member of a small JSON object. */
    private static String member(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}\\s]+)").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return matcher.group(1);
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    private record Orthanc(Process process, int dicomPort, int httpPort) implements AutoCloseable {
        static Orthanc start(Path directory, int ourPort) throws Exception {
            int dicomPort = Peers.freePort();
            int httpPort = Peers.freePort();
            Path storage = Files.createDirectory(directory.resolve("orthanc"));
            Path configuration = directory.resolve("orthanc.json");
            Files.writeString(configuration, """
                    {"Name": "test", "DicomAet": "ORTHANC", "DicomPort": %d, "HttpPort": %d,
                     "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                     "AuthenticationEnabled": false, "DicomAlwaysAllowFind": true, "DicomAlwaysAllowMove": true,
                     "DicomAlwaysAllowGet": true, "OverwriteInstances": true,
                     "DicomModalities": {"roentgen": ["ROENTGEN", "127.0.0.1", %d]}}
                    """.formatted(dicomPort, httpPort, storage, storage, ourPort));
            Process process = new ProcessBuilder(PROGRAM.toString(), configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("orthanc.log").toFile())
                    .start();
            Orthanc orthanc = new Orthanc(process, dicomPort, httpPort);
            Peers.awaitListening(process, dicomPort);
            Peers.awaitListening(process, httpPort);
            return orthanc;
        }

        AssociationOptions.Builder options() {
            return AssociationOptions.builder("localhost", dicomPort, "ROENTGEN", "ORTHANC");
        }

        String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(uri(path)));
        }

        String post(String path, String body) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private URI uri(String path) {
            return URI.create("http://127.0.0.1:" + httpPort + path);
        }

        private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                return response.body();
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }
}
