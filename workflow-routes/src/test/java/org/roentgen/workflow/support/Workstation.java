package org.roentgen.workflow.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.service.DirectoryStore;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;
import org.roentgen.dicom.network.service.StorageService;
import org.roentgen.dicom.network.service.StorageSopClasses;
import org.roentgen.dicom.network.service.StoreHandler;

/** The hospital's far end: takes instances in uncompressed transfer syntaxes, by C-MOVE on its port or by C-GET. */
public final class Workstation implements AutoCloseable {
    private final Path directory;
    private final DicomServer server;

    public Workstation(String aeTitle) throws IOException {
        directory = Files.createTempDirectory("workstation");
        server = DicomServer.builder(aeTitle)
                .service(StorageService.of(handler(), StorageSopClasses.ALL, TransferSyntaxes.UNCOMPRESSED))
                .start();
    }

    public int port() {
        return server.port();
    }

    public Path directory() {
        return directory;
    }

    /** Stores what comes on the workstation's own association. */
    public StoreHandler handler() {
        return new DirectoryStore(directory, Durability.BUFFERED);
    }

    public List<DicomFile> received() throws IOException {
        List<DicomFile> received = new ArrayList<>();
        for (Path file : files()) {
            received.add(DicomFile.read(file));
        }
        return received;
    }

    /** Hangs up, and listens no more. */
    public void shutDown() throws IOException {
        server.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.delete(directory);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
