package org.roentgen.dicom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.dicom.network.service.InstanceTranscoder;
import org.roentgen.dicom.network.service.StorageUser;
import org.roentgen.dicom.network.service.StoreOutcome;

/** Memory of a receiver: what idle associations cost, and whether it holds on to any of what it receives. */
final class MemoryBenchmarks {
    private static final int IDLE = 100;
    private static final double MOST_FOR_IDLE = 50;
    private static final int[] ASSOCIATIONS = {1, 4, 8};
    private static final int ROUNDS = 3;
    private static final double MOST_GROWTH = 16;

    private final ResultTable table;
    private final Path directory;

    MemoryBenchmarks(ResultTable table, Path directory) {
        this.table = table;
        this.directory = directory;
    }

    /** @param files are sent again and again */
    void run(List<Path> files) throws IOException {
        if (!MemorySubject.isMeasurable()) {
            return;
        }
        Path folder = Files.createTempDirectory(directory, "received");
        try {
            idle(folder);
            receiving(files, folder);
        } finally {
            ReceiveBenchmarks.delete(folder);
        }
    }

    private void idle(Path folder) throws IOException {
        List<Association> open = new ArrayList<>();
        try (MemorySubject subject = MemorySubject.start(folder)) {
            double before = subject.resident();
            try {
                for (int number = 0; number < IDLE; number++) {
                    Association association =
                            Association.open(options(subject).verification().build());
                    open.add(association);
                    association.echo();
                }
                table.most(IDLE + " idle associations", "MB", subject.resident() - before, MOST_FOR_IDLE);
            } finally {
                open.forEach(Association::abort);
            }
        }
    }

    private void receiving(List<Path> files, Path folder) throws IOException {
        try (MemorySubject subject = MemorySubject.start(folder)) {
            double first = 0;
            for (int associations : ASSOCIATIONS) {
                for (int round = 0; round < ROUNDS; round++) {
                    send(ReceiveBenchmarks.shares(files, associations), subject);
                    first = first == 0 ? subject.peak() : first;
                }
                String what = "C-STORE receive, " + associations + " at once, memory over the first round";
                table.most(what, "MB", subject.peak() - first, MOST_GROWTH);
            }
        }
    }

    private static void send(List<List<Path>> shares, MemorySubject subject) throws IOException {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (List<Path> share : shares) {
                sent.add(senders.submit(() -> {
                    sendShare(share, subject);
                    return null;
                }));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IOException("sending to the receiver that is measured failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", interrupted);
        }
    }

    private static void sendShare(List<Path> share, MemorySubject subject) throws IOException {
        List<InstanceSource> sources = new ArrayList<>();
        for (Path file : share) {
            sources.add(InstanceSource.of(file));
        }
        try (Association association =
                Association.open(StorageUser.propose(options(subject), sources).build())) {
            List<StoreOutcome> outcomes =
                    new StorageUser(association, InstanceTranscoder.uncompressedOnly()).storeAll(sources, _ -> {});
            if (!outcomes.stream().allMatch(StoreOutcome::isStored)) {
                throw new IOException("an instance was not stored");
            }
        }
    }

    private static AssociationOptions.Builder options(MemorySubject subject) {
        return AssociationOptions.builder("127.0.0.1", subject.port(), "BENCH", "BENCH");
    }
}
