package org.roentgen.workflow.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Runs dcmtk's command-line tools; skips the test where they are not installed. */
public final class Dcmtk {
    private static final int PATIENCE_SECONDS = 60;

    private Dcmtk() {}

    /** What a finished tool left. */
    public record Finished(int exitStatus, String output) {}

    public static Finished run(String... command) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))),
                command[0] + " is not installed: apt-get install dcmtk");
        Path log = Files.createTempFile("dcmtk-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " did not end within " + PATIENCE_SECONDS + " s");
            }
            return new Finished(process.exitValue(), Files.readString(log, StandardCharsets.ISO_8859_1));
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
