package org.roentgen.dicom.object;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Other people's programs and data that judge ours; a test is skipped with a message where one is absent. */
public final class Judges {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final Map<String, Boolean> MODULES = new ConcurrentHashMap<>();

    private Judges() {}

    /** A folder of the shared data, or the test is skipped. */
    public static Path shared(String folder) {
        Path path = Path.of(System.getProperty("roentgen.shared", "../shared"), "data", folder);
        Assumptions.assumeTrue(Files.isDirectory(path), "skipped: no data at " + path);
        return path;
    }

    /** Runs a Python script that needs a module; answers its standard output. */
    public static String python(String module, String script, Object... arguments) {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "skipped: no " + PYTHON);
        Assumptions.assumeTrue(
                MODULES.computeIfAbsent(
                        module,
                        name -> run(List.of(PYTHON.toString(), "-c", "import " + name))
                                        .status()
                                == 0),
                "skipped: Python has no module " + module);
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-c", script));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        Result result = run(command);
        if (result.status() != 0) {
            throw new AssertionError("Python says: " + result.output());
        }
        return result.output();
    }

    /** Runs an installed program; answers both of its outputs. */
    public static Result program(String name, Object... arguments) {
        Path program = Path.of("/usr/bin", name);
        Assumptions.assumeTrue(Files.isExecutable(program), "skipped: no " + program);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return run(command);
    }

    public record Result(int status, String output) {}

    private static Result run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command.getFirst() + " did not end within 60 s");
            }
            return new Result(process.exitValue(), output);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
