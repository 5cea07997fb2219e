package org.roentgen.dicom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed program to compare with.
 *
 * @param program its path
 */
record OutsideTool(Path program) {
    private static final Path SHELL = Path.of("/bin/bash");
    private static final int IDLE_RUNS = 10;

    static Optional<OutsideTool> find(String name) {
        return Stream.of("/usr/bin", "/usr/local/bin", "/usr/sbin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(OutsideTool::new);
    }

    /** Runs it once for each list of arguments; answers the seconds of processor time of all runs together. */
    double cpuSeconds(List<? extends List<?>> runs) throws IOException {
        StringBuilder script = new StringBuilder("TIMEFORMAT='%U %S'; set -e; time {\n");
        for (List<?> arguments : runs) {
            script.append(quoted(program));
            arguments.forEach(argument -> script.append(' ').append(quoted(argument)));
            script.append(" >/dev/null 2>&1\n");
        }
        Process process = new ProcessBuilder(SHELL.toString()).start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(script.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
        }
        String times;
        try (InputStream error = process.getErrorStream()) {
            times = new String(error.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        int status = waitFor(process);
        if (status != 0) {
            throw new IOException(program + " ended with status " + status);
        }
        return Arrays.stream(times.split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    private static String quoted(Object argument) {
        return "'" + argument.toString().replace("'", "'\\''") + "'";
    }

    /**
     * The least processor time of a few rounds.
     *
     * @param runs the arguments of each run of a round
     * @param idle arguments with which it has next to nothing to do: its start, which is taken off each run
     */
    double bestCpuSeconds(int rounds, List<? extends List<?>> runs, List<?> idle) throws IOException {
        double start = Double.MAX_VALUE;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            start = Math.min(start, cpuSeconds(Collections.nCopies(IDLE_RUNS, idle)) / IDLE_RUNS);
            best = Math.min(best, cpuSeconds(runs));
        }
        return Math.max(best - start * runs.size(), 1e-3);
    }

    /** Starts it without waiting; what it says is dropped. */
    Process start(List<?> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        arguments.stream().map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an outside program ran", e);
        }
    }
}
