package org.roentgen.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roentgen.dicom.DataSetWriter;
import org.roentgen.dicom.Mutations;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.CommandSetCodec;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.pdu.AssociateRequest;
import org.roentgen.dicom.network.pdu.Implementation;
import org.roentgen.dicom.network.pdu.PduEncoder;
import org.roentgen.dicom.network.pdu.PduType;
import org.roentgen.dicom.network.pdu.PresentationContextProposal;
import org.roentgen.dicom.network.pdu.ReleaseRequest;
import org.roentgen.dicom.network.pdu.UserInformation;
import org.roentgen.dicom.network.service.StorageService;

/** Peers that lie, stall or drip: each connection ends in bounded time, and the server goes on. */
@Timeout(120)
class HostilePeerTest {
    private static final Logger NETWORK = Logger.getLogger("org.roentgen.dicom.network");
    private static final int MUTATIONS = Mutations.count(1500);
    private static final NetworkTimeouts SHORT = NetworkTimeouts.of(Duration.ofMillis(250));

    @BeforeAll
    static void keepTheLogShort() {
        NETWORK.setLevel(Level.SEVERE);
    }

    @AfterAll
    static void restoreTheLog() {
        NETWORK.setLevel(null);
    }

    @Test
    @Timeout(3600)
    void mutatedSessionsNeitherHangNorLeak() throws Exception {
        byte[] session = session();
        Random random = new Random(42);
        AtomicInteger stored = new AtomicInteger();
        try (DicomServer server = server(stored)) {
            play(server, session);
            assertThat(stored).hasValue(1);
            int threads = Thread.activeCount();
            for (int round = 0; round < MUTATIONS; round++) {
                play(server, mutated(session, random));
            }
            assertStillServing(server);
            Conditions.await(() -> Thread.activeCount() <= threads);
        }
    }

    @Test
    void silenceBeforeTheRequestEndsTheConnection() throws Exception {
        try (DicomServer server = server(new AtomicInteger());
                Socket socket = connect(server)) {
            Peers.awaitClose(socket, 3000);
            assertStillServing(server);
        }
    }

    @Test
    void silenceAfterNegotiationEndsTheAssociation() throws Exception {
        try (DicomServer server = server(new AtomicInteger());
                Socket socket = connect(server)) {
            socket.getOutputStream().write(PduEncoder.encode(request()));
            Peers.awaitClose(socket, 3000);
            assertStillServing(server);
        }
    }

    @Test
    void silenceWithinAMessageEndsTheAssociation() throws Exception {
        byte[] session = session();
        try (DicomServer server = server(new AtomicInteger());
                Socket socket = connect(server)) {
            socket.getOutputStream().write(session, 0, session.length / 2);
            Peers.awaitClose(socket, 3000);
            assertStillServing(server);
        }
    }

    @Test
    void drippingBytesDoesNotStretchTheTime() throws Exception {
        byte[] session = session();
        try (DicomServer server = server(new AtomicInteger());
                Socket socket = connect(server)) {
            OutputStream output = socket.getOutputStream();
            long start = System.nanoTime();
            int sent = 0;
            try {
                while (sent < session.length) {
                    output.write(session[sent++]);
                    Thread.sleep(Duration.ofMillis(20));
                }
            } catch (IOException _) {
                // the server gave up, as it should
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(sent).isLessThan(session.length);
            assertStillServing(server);
        }
    }

    @Test
    void aPeerThatReadsNothingIsGivenUp() throws Exception {
        byte[] echo = pdata(
                CommandSetCodec.encode(CommandSet.request(CommandField.C_ECHO_REQUEST)
                        .text(CommandElement.AFFECTED_SOP_CLASS_UID, SopClass.VERIFICATION)
                        .number(CommandElement.MESSAGE_ID, 1)
                        .build(false)),
                1,
                3);
        try (DicomServer server = server(new AtomicInteger());
                Socket socket = connect(server)) {
            OutputStream output = socket.getOutputStream();
            output.write(PduEncoder.encode(request()));
            try {
                for (int round = 0; round < 200_000; round++) {
                    output.write(echo);
                }
            } catch (IOException _) {
                // the server gave up, as it should
            }
            Conditions.await(() -> server.openConnections() == 0);
            assertStillServing(server);
        }
    }

    @Test
    void idleAssociationsCostLittleAndEnd() throws Exception {
        try (DicomServer server = server(new AtomicInteger())) {
            List<Socket> sockets = new ArrayList<>();
            for (int index = 0; index < 40; index++) {
                Socket socket = connect(server);
                socket.getOutputStream().write(PduEncoder.encode(request()));
                sockets.add(socket);
            }
            for (Socket socket : sockets) {
                Peers.awaitClose(socket, 5000);
                socket.close();
            }
            assertStillServing(server);
        }
    }

    private static DicomServer server(AtomicInteger stored) throws IOException {
        return DicomServer.builder("SERVER")
                .timeouts(SHORT)
                .service(StorageService.of((_, dataSet) -> {
                    dataSet.transferTo(OutputStream.nullOutputStream());
                    stored.incrementAndGet();
                    return DimseStatus.SUCCESS;
                }))
                .start();
    }

    private static void assertStillServing(DicomServer server) throws Exception {
        Conditions.await(() -> server.openConnections() == 0);
        try (Association association =
                Association.open(AssociationOptions.builder("localhost", server.port(), "CLIENT", "SERVER")
                        .verification()
                        .build())) {
            assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
        }
    }

    private static void play(DicomServer server, byte[] bytes) throws IOException {
        try (Socket socket = connect(server)) {
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
            } catch (IOException _) {
                // the server may close in the middle
            }
            Peers.awaitClose(socket, 5000);
        }
    }

    private static Socket connect(DicomServer server) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static byte[] mutated(byte[] session, Random random) {
        byte[] bytes = session.clone();
        int kind = random.nextInt(4);
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        if (kind == 1) {
            ByteBuffer.wrap(bytes).putInt(random.nextInt(bytes.length - 4), random.nextInt());
            return bytes;
        }
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static AssociateRequest request() {
        return new AssociateRequest(
                1,
                "SERVER",
                "CLIENT",
                AssociateRequest.DICOM_APPLICATION_CONTEXT,
                List.of(
                        new PresentationContextProposal(
                                1, SopClass.VERIFICATION, List.of(TransferSyntaxes.IMPLICIT_LITTLE_ENDIAN)),
                        new PresentationContextProposal(
                                3, TestInstances.CT_IMAGE_STORAGE, List.of(TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN))),
                new UserInformation(
                        16384, new Implementation("1.2.3", "TEST"), null, List.of(), List.of(), List.of(), null));
    }

    /** A whole session as it goes over the wire: request, one C-STORE in several fragments, release. */
    private static byte[] session() throws IOException {
        ByteArrayOutputStream dataSet = new ByteArrayOutputStream();
        DataSetWriter.write(TestInstances.ct(1, 16), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, dataSet);
        byte[] content = dataSet.toByteArray();
        int half = content.length / 4 * 2;
        ByteArrayOutputStream session = new ByteArrayOutputStream();
        session.writeBytes(PduEncoder.encode(request()));
        session.writeBytes(pdata(
                CommandSetCodec.encode(CommandSet.request(CommandField.C_STORE_REQUEST)
                        .text(CommandElement.AFFECTED_SOP_CLASS_UID, TestInstances.CT_IMAGE_STORAGE)
                        .text(CommandElement.AFFECTED_SOP_INSTANCE_UID, TestInstances.STUDY + ".1.1")
                        .number(CommandElement.MESSAGE_ID, 1)
                        .number(CommandElement.PRIORITY, 0)
                        .build(true)),
                3,
                3));
        session.writeBytes(pdata(Arrays.copyOf(content, half), 3, 0));
        session.writeBytes(pdata(Arrays.copyOfRange(content, half, content.length), 3, 2));
        session.writeBytes(PduEncoder.encode(new ReleaseRequest()));
        return session.toByteArray();
    }

    private static byte[] pdata(byte[] content, int context, int flags) {
        return ByteBuffer.allocate(12 + content.length)
                .put((byte) PduType.DATA_TRANSFER.code())
                .put((byte) 0)
                .putInt(6 + content.length)
                .putInt(2 + content.length)
                .put((byte) context)
                .put((byte) flags)
                .put(content)
                .array();
    }
}
