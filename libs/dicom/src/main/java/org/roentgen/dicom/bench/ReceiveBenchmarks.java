package org.roentgen.dicom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Receiving by C-STORE from dcmtk's storescu, several at a time, beside storescp and Orthanc; by the clock. */
final class ReceiveBenchmarks {
    private static final int[] ASSOCIATIONS = {1, 4, 8};
    private static final int ROUNDS = 2;

    @FunctionalInterface
    private interface Starter {
        Optional<Receiver> start(Path folder) throws IOException;
    }

    private final ResultTable table;
    private final Path directory;

    ReceiveBenchmarks(ResultTable table, Path directory) {
        this.table = table;
        this.directory = directory;
    }

    void run(List<Path> files) throws IOException {
        Optional<OutsideTool> sender = OutsideTool.find("storescu");
        if (sender.isEmpty()) {
            return;
        }
        for (int associations : ASSOCIATIONS) {
            List<List<Path>> shares = shares(files, associations);
            double ours = rate(sender.get(), shares, folder -> Optional.of(Receiver.ours(folder)))
                    .orElseThrow();
            String what = "C-STORE receive, " + associations + " at once";
            table.row(what, "instances/s", ours, "storescp", rate(sender.get(), shares, Receiver::dcmtk), 1);
            table.row(what, "instances/s", ours, "Orthanc", rate(sender.get(), shares, Receiver::orthanc), 2);
        }
    }

    static List<List<Path>> shares(List<Path> files, int count) {
        List<List<Path>> shares = new ArrayList<>();
        for (int share = 0; share < count; share++) {
            shares.add(files.subList(files.size() * share / count, files.size() * (share + 1) / count));
        }
        return shares;
    }

    private OptionalDouble rate(OutsideTool sender, List<List<Path>> shares, Starter starter) throws IOException {
        Path folder = Files.createTempDirectory(directory, "received");
        try {
            Optional<Receiver> started = starter.start(folder);
            if (started.isEmpty()) {
                return OptionalDouble.empty();
            }
            double best = 0;
            try (Receiver receiver = started.get()) {
                for (int round = 0; round < ROUNDS; round++) {
                    best = Math.max(best, send(sender, shares, receiver.port()));
                }
            }
            return OptionalDouble.of(best);
        } finally {
            delete(folder);
        }
    }

    /** Instances a second, all senders together. */
    private static double send(OutsideTool sender, List<List<Path>> shares, int port) throws IOException {
        long begin = System.nanoTime();
        List<Process> processes = new ArrayList<>();
        for (List<Path> share : shares) {
            List<Object> arguments = new ArrayList<>(List.of("-q", "-aec", "BENCH", "127.0.0.1", port));
            arguments.addAll(share);
            processes.add(sender.start(arguments));
        }
        for (Process process : processes) {
            if (OutsideTool.waitFor(process) != 0) {
                throw new IOException("storescu could not send to port " + port);
            }
        }
        int instances = shares.stream().mapToInt(List::size).sum();
        return instances * 1e9 / (System.nanoTime() - begin);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
