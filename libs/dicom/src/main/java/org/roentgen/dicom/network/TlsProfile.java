package org.roentgen.dicom.network;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The BCP 195 RFC 8996, 9325 TLS profile (PS3.15 annex B.12): TLS 1.2 and 1.3 with ephemeral keys and AEAD only. */
final class TlsProfile {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] CIPHER_SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"
    };

    private TlsProfile() {}

    static void apply(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        restrict(parameters);
        socket.setSSLParameters(parameters);
    }

    static void restrict(SSLParameters parameters) {
        parameters.setProtocols(PROTOCOLS);
        parameters.setCipherSuites(CIPHER_SUITES);
        parameters.setUseCipherSuitesOrder(true);
    }

    /**
     * Shakes hands within a deadline for the whole, however slowly the peer drips.
     *
     * @throws SocketTimeoutException when it passes
     */
    static void handshake(SSLSocket socket, Duration patience) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> closeUnless(done, socket));
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try {
            socket.startHandshake();
        } catch (IOException failure) {
            if (done.get()) {
                throw new SocketTimeoutException("TLS handshake took longer than %s".formatted(patience));
            }
            throw failure;
        } finally {
            done.set(true);
        }
    }

    private static void closeUnless(AtomicBoolean done, Socket socket) {
        if (done.compareAndSet(false, true)) {
            try {
                socket.close();
            } catch (IOException _) {
                // given up either way
            }
        }
    }
}
