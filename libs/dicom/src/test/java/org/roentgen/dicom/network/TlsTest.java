package org.roentgen.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.network.dimse.DimseStatus;

@Timeout(60)
class TlsTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    static Path directory;

    private static KeyStore keys;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = directory.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        assertThat(Peers.runAny(
                                keytool.toString(),
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "password",
                                "-alias",
                                "roentgen",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost")
                        .exitStatus())
                .isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(store)) {
            keys.load(input, PASSWORD);
        }
        writePem("key.pem", "PRIVATE KEY", keys.getKey("roentgen", PASSWORD).getEncoded());
        writePem(
                "certificate.pem",
                "CERTIFICATE",
                keys.getCertificate("roentgen").getEncoded());
    }

    @Test
    void showsThePeersCertificateToThePolicy() throws Exception {
        BlockingQueue<AssociationAttempt> seen = new LinkedBlockingQueue<>();
        AssociationPolicy policy = attempt -> {
            seen.add(attempt);
            return Optional.empty();
        };
        try (DicomServer server = DicomServer.builder("SERVER")
                        .policy(policy)
                        .tls(context(true), true)
                        .start();
                Association association = Association.open(options(server, context(true)))) {
            assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(String.valueOf(seen.remove().tlsPrincipal())).isEqualTo("CN=localhost");
        }
    }

    @Test
    void refusesAPeerWithoutCertificate() throws Exception {
        try (DicomServer server =
                DicomServer.builder("SERVER").tls(context(true), true).start()) {
            assertThatThrownBy(() -> Association.open(options(server, context(false))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsAPlainOrSilentPeer() throws Exception {
        try (DicomServer server = DicomServer.builder("SERVER")
                .tls(context(true), false)
                .timeouts(NetworkTimeouts.of(Duration.ofMillis(400)))
                .start()) {
            try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                Peers.awaitClose(silent, 5000);
            }
            AssociationOptions plain = AssociationOptions.builder("localhost", server.port(), "CLIENT", "SERVER")
                    .timeouts(NetworkTimeouts.of(Duration.ofSeconds(5)))
                    .verification()
                    .build();
            assertThatThrownBy(() -> Association.open(plain)).isInstanceOf(IOException.class);
            Conditions.await(() -> server.openConnections() == 0);
        }
    }

    @Test
    void speaksWithDcmtk() throws Exception {
        try (DicomServer server =
                DicomServer.builder("SERVER").tls(context(true), true).start()) {
            String certificate = directory.resolve("certificate.pem").toString();
            Peers.Finished echo = Peers.run(
                    "echoscu",
                    "-aec",
                    "SERVER",
                    "+tls",
                    directory.resolve("key.pem").toString(),
                    certificate,
                    "+cf",
                    certificate,
                    "localhost",
                    Integer.toString(server.port()));
            assertThat(echo.exitStatus()).as(echo.output()).isZero();
        }
    }

    private static AssociationOptions options(DicomServer server, SSLContext tls) {
        return AssociationOptions.builder("localhost", server.port(), "CLIENT", "SERVER")
                .tls(tls)
                .verification()
                .build();
    }

    private static SSLContext context(boolean withKey) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("roentgen", keys.getCertificate("roentgen"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(withKey ? own.getKeyManagers() : null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static void writePem(String name, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                directory.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
