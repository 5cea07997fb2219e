package org.roentgen.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.network.dimse.DimseStatus;

@Timeout(60)
class TlsTest {
    @TempDir
    static Path directory;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TestCertificates.make(directory);
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
                        .tls(certificates.context(true), true)
                        .start();
                Association association = Association.open(options(server, certificates.context(true)))) {
            assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(String.valueOf(seen.remove().tlsPrincipal())).isEqualTo("CN=localhost");
        }
    }

    @Test
    void refusesAPeerWithoutCertificate() throws Exception {
        try (DicomServer server = DicomServer.builder("SERVER")
                .tls(certificates.context(true), true)
                .start()) {
            assertThatThrownBy(() -> Association.open(options(server, certificates.context(false))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsAPlainOrSilentPeer() throws Exception {
        try (DicomServer server = DicomServer.builder("SERVER")
                .tls(certificates.context(true), false)
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

    private static AssociationOptions options(DicomServer server, SSLContext tls) {
        return AssociationOptions.builder("localhost", server.port(), "CLIENT", "SERVER")
                .tls(tls)
                .verification()
                .build();
    }
}
