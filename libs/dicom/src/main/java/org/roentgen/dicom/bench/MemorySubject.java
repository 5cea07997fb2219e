package org.roentgen.dicom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.roentgen.dicom.network.AssociationLimits;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.service.DirectoryStore;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;
import org.roentgen.dicom.network.service.StorageService;

/** A receiver in a process of its own, whose memory the system tells (Linux); its heap may have 64 MB. */
record MemorySubject(Process process, int port) implements AutoCloseable {
    private static final AssociationLimits LIMITS = new AssociationLimits(200, 200, 8, 128 << 10);

    /** Receives into a folder on a free port, which it prints, until its input ends. */
    public static void main(String[] arguments) throws IOException {
        try (DicomServer server = DicomServer.builder("BENCH")
                .limits(LIMITS)
                .service(StorageService.of(new DirectoryStore(Path.of(arguments[0]), Durability.SYNCHRONISED)))
                .start()) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            out.println(server.port());
            while (System.in.read() >= 0) {
                // until the input ends
            }
        }
    }

    static MemorySubject start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemorySubject.class.getName(),
                        folder.toString())
                .redirectError(Redirect.DISCARD)
                .start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        return new MemorySubject(process, Integer.parseInt(Objects.requireNonNullElse(port, "0")));
    }

    static boolean isMeasurable() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    /** What it holds of the machine's memory now, in MB. */
    double resident() throws IOException {
        return status("VmRSS:");
    }

    /** The most that it ever held, in MB. */
    double peak() throws IOException {
        return status("VmHWM:");
    }

    private double status(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            List<String> words = lines.filter(line -> line.startsWith(name))
                    .map(line -> line.split("\\s+"))
                    .map(List::of)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the receiver that is measured has ended"));
            return Long.parseLong(words.get(1)) / 1024.0;
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        OutsideTool.waitFor(process);
    }
}
