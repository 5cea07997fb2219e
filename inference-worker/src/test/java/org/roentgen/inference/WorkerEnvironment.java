package org.roentgen.inference;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.roentgen.local.BrokerServer;
import org.roentgen.local.KeyFiles;

/** A real broker, an empty object store and a signing key. */
public final class WorkerEnvironment implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("roentgen-inference");
            KeyFiles keys = KeyFiles.in(Files.createDirectory(folder.resolve("keys")));
            BrokerServer broker = BrokerServer.startTemporary("secret");
            return Map.of(
                    "quarkus.http.test-port",
                    "0",
                    "roentgen.broker.url",
                    broker.url(),
                    "roentgen.broker.username",
                    BrokerServer.USER,
                    "roentgen.broker.password",
                    "secret",
                    "roentgen.objects.deidentified",
                    "file:" + folder.resolve("objects"),
                    "roentgen.signing.public-key-file",
                    keys.signingPublic().toString(),
                    "test.signing.private-key-file",
                    keys.signingPrivate().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
