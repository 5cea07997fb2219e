package org.roentgen.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.TransferSyntax;

/** Orthanc's DICOMweb client: STOW-RS, QIDO-RS and WADO-RS against the platform. */
@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class OrthancDicomWebTest {
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final String STUDY = "2.25.910";

    @Test
    void storesFindsAndRetrieves() throws Exception {
        assumeTrue(
                Files.isExecutable(PROGRAM) && Files.exists(PLUGIN),
                "Orthanc with its DICOMweb plugin is not installed (Debian package orthanc-dicomweb)");
        try (Orthanc orthanc = Orthanc.start(Tokens.token("integrator"))) {
            for (int number = 1; number <= 3; number++) {
                orthanc.request()
                        .config(RestAssured.config()
                                .encoderConfig(EncoderConfig.encoderConfig()
                                        .encodeContentTypeAs("application/dicom", ContentType.BINARY)))
                        .contentType("application/dicom")
                        .body(DicomWeb.file(
                                DicomWeb.instance("O-1", STUDY, "2.25.911", "2.25.912" + number, number)
                                        .build(),
                                number == 1 ? DicomWeb.RLE : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                        .post("/instances")
                        .then()
                        .statusCode(200);
            }
            String study = orthanc.request().get("/studies").path("[0]");
            orthanc.post("stow", "{\"Resources\": [\"%s\"], \"Synchronous\": true}".formatted(study));
            Tokens.as("radiologist")
                    .get("/dicom-web/studies/" + STUDY + "/instances")
                    .then()
                    .statusCode(200)
                    .body("$", hasSize(3));
            assertThat(orthanc.post(
                                    "qido",
                                    "{\"Uri\": \"/studies\", \"Arguments\": {\"StudyInstanceUID\": \"%s\"}}"
                                            .formatted(STUDY))
                            .<List<Object>>path("$"))
                    .hasSize(1);
            orthanc.request().delete("/studies/" + study).then().statusCode(200);
            orthanc.post("retrieve", "{\"Resources\": [{\"Study\": \"%s\"}], \"Synchronous\": true}".formatted(STUDY));
            orthanc.request()
                    .get("/studies/" + study + "/statistics")
                    .then()
                    .statusCode(200)
                    .body("CountInstances", equalTo(3));
        }
    }

    private record Orthanc(Process process, int port, Path directory) implements AutoCloseable {
        static Orthanc start(String token) throws IOException {
            Path directory = Files.createTempDirectory("orthanc");
            int port = freePort();
            Path configuration = directory.resolve("orthanc.json");
            Files.writeString(
                    configuration, """
                    {"Name": "test", "DicomServerEnabled": false, "HttpPort": %d, "StorageDirectory": "%s",
                     "IndexDirectory": "%s", "AuthenticationEnabled": false, "Plugins": ["%s"],
                     "DicomWeb": {"Enable": true, "Servers": {"roentgen": {"Url": "http://localhost:%d/dicom-web/",
                       "HttpHeaders": {"Authorization": "Bearer %s"}}}}}
                    """.formatted(port, directory, directory, PLUGIN, RestAssured.port, token));
            Process process = new ProcessBuilder(PROGRAM.toString(), configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("orthanc.log").toFile())
                    .start();
            Orthanc orthanc = new Orthanc(process, port, directory);
            orthanc.await();
            return orthanc;
        }

        RequestSpecification request() {
            return given().baseUri("http://localhost").port(port);
        }

        Response post(String action, String body) {
            var response = request().body(body).post("/dicom-web/servers/roentgen/" + action);
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
            return response;
        }

        private void await() {
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (!isListening()) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new AssertionError("Orthanc does not listen on port " + port);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }

        private boolean isListening() {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 1_000);
                return true;
            } catch (IOException _) {
                return false;
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
