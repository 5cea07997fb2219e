package org.roentgen.dicom.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with a certificate for {@code localhost}, made for a test, which is also the only one that is trusted. */
public final class TestCertificates {
    private static final char[] PASSWORD = "password".toCharArray();
    private static final String ALIAS = "roentgen";

    private final Path directory;
    private final KeyStore keys;

    private TestCertificates(Path directory, KeyStore keys) {
        this.directory = directory;
        this.keys = keys;
    }

    public static TestCertificates make(Path directory) throws Exception {
        Path store = directory.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Peers.Finished made = Peers.runAny(
                keytool.toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost");
        if (made.exitStatus() != 0) {
            throw new AssertionError(made.output());
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(store)) {
            keys.load(input, PASSWORD);
        }
        TestCertificates certificates = new TestCertificates(directory, keys);
        writePem(
                certificates.keyFile(),
                "PRIVATE KEY",
                keys.getKey(ALIAS, PASSWORD).getEncoded());
        writePem(
                certificates.certificateFile(),
                "CERTIFICATE",
                keys.getCertificate(ALIAS).getEncoded());
        return certificates;
    }

    /** PEM of the private key. */
    public Path keyFile() {
        return directory.resolve("key.pem");
    }

    /** PEM of the certificate. */
    public Path certificateFile() {
        return directory.resolve("certificate.pem");
    }

    /** Trusts the certificate; shows it as its own too, with a key. */
    public SSLContext context(boolean withKey) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(withKey ? own.getKeyManagers() : null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static void writePem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
