package org.roentgen.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.domain.object.NoSuchObjectException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/** Against S3Proxy, a server of the S3 protocol that checks signatures. */
class S3ObjectStoreTest extends ObjectStoreContract {
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

    @TempDir
    static Path served;

    private static S3Proxy server;

    @TempDir
    Path folder;

    @BeforeAll
    static void serve() throws Exception {
        CREDENTIALS.forEach(name -> System.setProperty(name, "invented-" + name));
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(served.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(
                        AuthenticationType.AWS_V4,
                        System.getProperty(CREDENTIALS.get(0)),
                        System.getProperty(CREDENTIALS.get(1)))
                .build();
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
        CREDENTIALS.forEach(System::clearProperty);
    }

    @Override
    ObjectStore open() throws IOException {
        return open("cache");
    }

    private ObjectStore open(String cache) throws IOException {
        String bucket = "b" + Integer.toHexString(folder.hashCode());
        Files.createDirectories(served.resolve(bucket));
        return ObjectStores.open("s3://%s/zone?cache=%s&endpoint=http://127.0.0.1:%d"
                .formatted(bucket, folder.resolve(cache), server.getPort()));
    }

    @Test
    void anotherMachineReadsWhatWasPut() throws IOException {
        ObjectId id = open("one").put(new byte[] {1, 2, 3});
        assertThat(open("other").file(id)).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void whatAnotherMachineDeletedIsGoneFromTheCacheToo() throws IOException {
        ObjectId id = open("one").put(new byte[] {1});
        Path copy = open("one").file(id);
        open("other").delete(id);
        assertThatThrownBy(() -> open("one").open(id)).isInstanceOf(NoSuchObjectException.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void contentThatIsNotWhatItsNameSaysIsRefused() throws IOException {
        ObjectId id = open("one").put(new byte[] {1});
        try (Stream<Path> files = Files.walk(served)) {
            Path object =
                    files.filter(file -> file.endsWith(id.value())).findFirst().orElseThrow();
            Files.write(object, new byte[] {2});
        }
        assertThatThrownBy(() -> open("other").open(id))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(id.value())
                .hasMessageContaining("other content");
    }

    @Test
    void aMissingBucketIsNamed() {
        assertThatThrownBy(() -> ObjectStores.open(
                        "s3://absent?cache=%s&endpoint=http://127.0.0.1:%d".formatted(folder, server.getPort())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'absent'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket", "s3:///?cache=/c", "s3://bucket?cache=c", "s3://bucket?cache=/c&size=1"})
    void refusesAddressesOfAnotherForm(String address) {
        assertThatThrownBy(() -> ObjectStores.open(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + address + "'")
                .hasMessageContaining(S3Address.FORM);
    }
}
