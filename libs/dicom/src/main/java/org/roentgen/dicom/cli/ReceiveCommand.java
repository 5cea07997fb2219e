package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.roentgen.dicom.network.AeTitle;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.service.DirectoryStore;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;
import org.roentgen.dicom.network.service.StorageService;

/** Receives instances into a directory until it is interrupted; each is durable before its success, by default. */
final class ReceiveCommand implements Subcommand {
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    @Override
    public String usage() {
        return "receive --port PORT --aet TITLE --dir DIRECTORY [--no-sync]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--port", "--aet", "--dir"), Set.of("--no-sync"));
        int port = Peer.port(parsed.required("--port"));
        Path directory = Path.of(parsed.required("--dir"));
        String title = title(parsed.required("--aet"));
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tFT%1$tT %4$s %5$s%n");
        }
        Files.createDirectories(directory);
        Durability durability = parsed.flags().contains("--no-sync") ? Durability.BUFFERED : Durability.SYNCHRONISED;
        try (DicomServer server = DicomServer.builder(title)
                .port(port)
                .service(StorageService.of(new DirectoryStore(directory, durability)))
                .start()) {
            out.println("listening on port " + server.port() + " as " + title);
            out.flush();
            awaitInterrupt();
        }
        return DONE;
    }

    private static String title(String text) {
        try {
            return AeTitle.require(text);
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(String.valueOf(invalid.getMessage()));
        }
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
