package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Mutations;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationLimits;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.Conditions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.NetworkTimeouts;
import org.roentgen.dicom.network.Peers;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.RecordedSession.Conversation;

/**
 * Real associations of each service, recorded and played again with damage to the server and to the client: nothing but typed errors,
 * each within five seconds, and no connection or thread is left.
 */
@Timeout(7200)
class MutatedSessionTest {
    private static final Logger NETWORK = Logger.getLogger("org.roentgen.dicom.network");
    private static final int ROUNDS = Mutations.count(150, 2);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final NetworkTimeouts SHORT = NetworkTimeouts.of(Duration.ofMillis(150));
    private static final DataSet KEYS = DataSet.builder()
            .put(Tag.QueryRetrieveLevel, "IMAGE")
            .put(Tag.StudyInstanceUID, TestInstances.STUDY)
            .put(Tag.SOPInstanceUID)
            .build();

    @TempDir
    Path directory;

    private final List<Conversation> conversations =
            List.of(this::echo, this::store, this::find, this::get, this::move);
    private final List<RecordedSession> sessions = new ArrayList<>();
    private NetworkTimeouts timeouts = NetworkTimeouts.DEFAULT;
    private DicomServer server;

    @BeforeAll
    static void keepTheLogShort() {
        NETWORK.setLevel(Level.OFF);
    }

    @AfterAll
    static void restoreTheLog() {
        NETWORK.setLevel(null);
    }

    @BeforeEach
    void record() throws Exception {
        try (DicomServer patient = server(NetworkTimeouts.DEFAULT)) {
            for (Conversation conversation : conversations) {
                RecordedSession session = RecordedSession.of(patient.port(), conversation);
                assertThat(session.fromServer()).hasSizeGreaterThanOrEqualTo(3);
                sessions.add(session);
            }
        }
        timeouts = SHORT;
        server = server(SHORT);
    }

    private static DicomServer server(NetworkTimeouts timeouts) throws IOException {
        MemoryArchive archive = new MemoryArchive(3);
        DicomServer server = DicomServer.builder("SERVER")
                .timeouts(timeouts)
                .limits(new AssociationLimits(100, 100, 1, 4096))
                .service(QueryService.studyAndPatientRoot(archive))
                .service(new RetrieveService(archive, InstanceTranscoder.uncompressedOnly()))
                .service(StorageService.of((_, dataSet) -> {
                    dataSet.transferTo(OutputStream.nullOutputStream());
                    return DimseStatus.SUCCESS;
                }))
                .start();
        archive.destinations.put("SERVER", server.port());
        return server;
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theServerOutlivesDamagedRequests() throws Exception {
        Random random = new Random(20261123);
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> turns = sessions.get(round % sessions.size()).fromClient();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                RecordedSession.play(socket, RecordedSession.damaged(turns, random), true);
                Peers.awaitClose(socket, 5000);
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void theClientOutlivesDamagedAnswers() throws Exception {
        Random random = new Random(20261124);
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int round = 0; round < ROUNDS; round++) {
                List<byte[]> turns = RecordedSession.damaged(
                        sessions.get(round % sessions.size()).fromServer(), random);
                Thread peer = Thread.ofVirtual().start(() -> answer(listener, turns));
                long start = System.nanoTime();
                try {
                    conversations.get(round % conversations.size()).hold(listener.getLocalPort());
                } catch (IOException refused) {
                    assertThat(refused).hasMessageMatching("(?s).+");
                }
                assertThat(System.nanoTime() - start).as("round %s", round).isLessThan(PATIENCE_NANOS);
                peer.join();
            }
        }
        assertNothingIsLeft();
    }

    private static void answer(ServerSocket listener, List<byte[]> turns) {
        try (Socket socket = listener.accept()) {
            RecordedSession.play(socket, turns, false);
            Peers.awaitClose(socket, 5000);
        } catch (IOException _) {
            // the client may be gone before it was accepted
        }
    }

    private void assertNothingIsLeft() throws Exception {
        Conditions.await(() -> server.openConnections() == 0);
        Conditions.await(() -> conversations.stream().allMatch(this::succeeds));
        Conditions.await(() -> server.openConnections() == 0 && threads() <= 1);
    }

    private boolean succeeds(Conversation conversation) {
        try {
            conversation.hold(server.port());
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Threads of the toolkit, virtual ones among them; the server's own is one. */
    private long threads() {
        try {
            Path dump = directory.resolve("threads.txt");
            Files.deleteIfExists(dump);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            return Files.readAllLines(dump).stream()
                    .filter(line -> line.startsWith("#") && line.contains("\"dicom-"))
                    .count();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private AssociationOptions.Builder options(int port) {
        return AssociationOptions.builder("localhost", port, "CLIENT", "SERVER")
                .timeouts(timeouts)
                .maximumLength(4096);
    }

    private void echo(int port) throws IOException {
        try (Association association =
                Association.open(options(port).verification().build())) {
            association.echo();
            association.release();
        }
    }

    private void store(int port) throws IOException {
        List<InstanceSource> instances = List.of(
                InstanceSource.of(TestInstances.ct(1, 48), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                InstanceSource.of(TestInstances.ct(2, 8), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        try (Association association =
                Association.open(StorageUser.propose(options(port), instances).build())) {
            StorageUser user = new StorageUser(association, InstanceTranscoder.uncompressedOnly());
            for (InstanceSource instance : instances) {
                user.store(instance);
            }
            association.release();
        }
    }

    private void find(int port) throws IOException {
        try (Association association = Association.open(options(port)
                .context(SopClass.STUDY_ROOT_FIND, TransferSyntaxes.UNCOMPRESSED)
                .build())) {
            new QueryUser(association).find(SopClass.STUDY_ROOT_FIND, KEYS, 100);
            association.release();
        }
    }

    private void get(int port) throws IOException {
        AssociationOptions options = RetrieveUser.proposeGet(
                        options(port),
                        SopClass.STUDY_ROOT_GET,
                        Set.of(TestInstances.CT_IMAGE_STORAGE),
                        (_, dataSet) -> {
                            dataSet.transferTo(OutputStream.nullOutputStream());
                            return DimseStatus.SUCCESS;
                        })
                .build();
        try (Association association = Association.open(options)) {
            new RetrieveUser(association).get(SopClass.STUDY_ROOT_GET, KEYS, _ -> {});
            association.release();
        }
    }

    private void move(int port) throws IOException {
        try (Association association = Association.open(options(port)
                .context(SopClass.STUDY_ROOT_MOVE, TransferSyntaxes.UNCOMPRESSED)
                .build())) {
            new RetrieveUser(association).move(SopClass.STUDY_ROOT_MOVE, "SERVER", KEYS, _ -> {});
            association.release();
        }
    }
}
