package org.roentgen.dicom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.service.DirectoryStore;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;
import org.roentgen.dicom.network.service.StorageService;

/** A program that takes instances by C-STORE on a port of this machine into an empty folder. */
interface Receiver extends AutoCloseable {
    int port();

    @Override
    void close() throws IOException;

    /** This toolkit's, each instance synchronised to the disk before its success. */
    static Receiver ours(Path folder) throws IOException {
        DicomServer server = DicomServer.builder("BENCH")
                .service(StorageService.of(new DirectoryStore(folder, Durability.SYNCHRONISED)))
                .start();
        return new Receiver() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }

    /** dcmtk's, a process for each association; it leaves writing to the system. */
    static Optional<Receiver> dcmtk(Path folder) throws IOException {
        Optional<OutsideTool> tool = OutsideTool.find("storescp");
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        return Optional.of(started(tool.get().start(List.of("-q", "--fork", "-od", folder, port)), port));
    }

    /** Orthanc with its usual index and storage. */
    static Optional<Receiver> orthanc(Path folder) throws IOException {
        Optional<OutsideTool> tool = OutsideTool.find("Orthanc");
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Path configuration = folder.resolve("orthanc.json");
        Files.writeString(configuration, """
                {"StorageDirectory": "%s", "IndexDirectory": "%s", "DicomPort": %d, "DicomAet": "BENCH", "HttpPort": %d,
                 "DicomAlwaysAllowStore": true, "DicomCheckCalledAet": false, "SyncStorageArea": true,
                 "DicomThreadsCount": 8, "OverwriteInstances": true}
                """.formatted(folder, folder, port, freePort()));
        return Optional.of(started(tool.get().start(List.of(configuration)), port));
    }

    private static Receiver started(Process process, int port) throws IOException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Outside(process, port);
            } catch (IOException notYet) {
                pause(process);
            }
        }
        process.destroy();
        throw new IOException("a program to compare with did not open its port " + port);
    }

    private static void pause(Process process) throws IOException {
        try {
            if (process.waitFor(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw new IOException("a program to compare with ended with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A process of its own. */
    record Outside(Process process, int port) implements Receiver {
        @Override
        public void close() throws IOException {
            process.destroy();
            OutsideTool.waitFor(process);
        }
    }
}
