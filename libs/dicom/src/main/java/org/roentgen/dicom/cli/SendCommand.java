package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.dicom.network.service.InstanceTranscoder;
import org.roentgen.dicom.network.service.StorageUser;
import org.roentgen.dicom.network.service.StoreOutcome;

/** Sends files and directories (C-STORE). */
final class SendCommand implements Subcommand {
    /** One association carries the instances of so many SOP classes and transfer syntaxes: 128 contexts are possible. */
    private static final int MOST_KINDS = 50;

    private static final int PROGRESS_EVERY = 100;

    @Override
    public String usage() {
        return "send " + Peer.USAGE + " FILE|DIRECTORY...";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Peer peer = Peer.parse(arguments, Set.of());
        if (peer.arguments().rest().isEmpty()) {
            throw new UsageException("FILE is missing");
        }
        Sending sending = new Sending(peer, err);
        boolean directory = false;
        for (String name : peer.arguments().rest()) {
            directory |= Files.isDirectory(Path.of(name));
            sending.collect(Path.of(name));
        }
        sending.sendAll();
        out.println(sending.sent + " sent, " + sending.failed + " failed");
        if (sending.failed == 0) {
            return DONE;
        }
        return directory ? PARTLY : FAILED;
    }

    private static final class Sending {
        private final Map<InstanceSource, Path> instances = new LinkedHashMap<>();
        private final Peer peer;
        private final PrintStream err;
        private int sent;
        private int failed;

        Sending(Peer peer, PrintStream err) {
            this.peer = peer;
            this.err = err;
        }

        void collect(Path path) throws IOException {
            try (Stream<Path> files = Files.walk(path)) {
                files.filter(Files::isRegularFile).sorted().forEach(this::add);
            }
        }

        private void add(Path file) {
            try {
                instances.put(InstanceSource.of(file), file);
            } catch (IOException bad) {
                failed++;
                err.println(file + ": " + DicomCommand.describe(bad));
            }
        }

        void sendAll() throws IOException {
            for (List<InstanceSource> batch : batches()) {
                try (Association association =
                        peer.open(StorageUser.propose(peer.options(), batch).build())) {
                    new StorageUser(association, InstanceTranscoder.decoding()).storeAll(batch, this::report);
                }
            }
        }

        private List<List<InstanceSource>> batches() {
            Map<String, List<InstanceSource>> kinds = new LinkedHashMap<>();
            for (InstanceSource instance : instances.keySet()) {
                kinds.computeIfAbsent(
                                instance.sopClassUid() + " " + instance.transferSyntaxUid(), _ -> new ArrayList<>())
                        .add(instance);
            }
            List<List<InstanceSource>> batches = new ArrayList<>();
            int kind = 0;
            for (List<InstanceSource> alike : kinds.values()) {
                if (kind++ % MOST_KINDS == 0) {
                    batches.add(new ArrayList<>());
                }
                batches.getLast().addAll(alike);
            }
            return batches;
        }

        private void report(StoreOutcome outcome) {
            if (outcome.isStored()) {
                sent++;
            } else {
                failed++;
                err.println(instances.get(outcome.instance()) + ": " + outcome.reason());
            }
            int done = sent + failed;
            if (done % PROGRESS_EVERY == 0) {
                err.println(done + " of " + instances.size());
            }
        }
    }
}
