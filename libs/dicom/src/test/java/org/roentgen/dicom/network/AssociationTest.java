package org.roentgen.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.pdu.AssociateReject;
import org.roentgen.dicom.network.pdu.AssociateReject.Reason;
import org.roentgen.dicom.network.pdu.AsynchronousOperations;
import org.roentgen.dicom.network.pdu.Implementation;
import org.roentgen.dicom.network.pdu.UserIdentity;

class AssociationTest {
    private static final NetworkTimeouts TIMEOUTS = NetworkTimeouts.of(Duration.ofSeconds(5));

    @Test
    void echoesAndReleases() throws IOException {
        try (DicomServer server = DicomServer.builder("SERVER").start()) {
            Association association =
                    Association.open(verification(server, "CLIENT", "SERVER").build());
            for (int round = 0; round < 50; round++) {
                assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
            }
            association.release();
            assertThat(association.state()).isEqualTo(AssociationState.CLOSED);
            assertThat(association.negotiated().peerImplementation()).isEqualTo(Implementation.ROENTGEN);
            assertThatThrownBy(association::echo).isInstanceOf(AssociationAbortedException.class);
        }
    }

    static Stream<Arguments> refusedCallers() {
        AssociationPolicy known =
                AssociationPolicy.calledAs("SERVER").and(AssociationPolicy.callingFrom(List.of("CLIENT", "OTHER")));
        return Stream.of(
                Arguments.of(known, "CLIENT", "WRONG", Reason.CALLED_AE_TITLE_NOT_RECOGNIZED),
                Arguments.of(known, "STRANGER", "SERVER", Reason.CALLING_AE_TITLE_NOT_RECOGNIZED),
                Arguments.of(known, "client", "SERVER", Reason.CALLING_AE_TITLE_NOT_RECOGNIZED),
                Arguments.of(
                        (AssociationPolicy) _ -> Optional.of(AssociateReject.transientFor(Reason.TEMPORARY_CONGESTION)),
                        "CLIENT",
                        "SERVER",
                        Reason.TEMPORARY_CONGESTION));
    }

    @ParameterizedTest
    @MethodSource("refusedCallers")
    void rejectsWithTheReason(AssociationPolicy policy, String calling, String called, Reason reason)
            throws IOException {
        try (DicomServer server = DicomServer.builder("SERVER").policy(policy).start()) {
            assertThatThrownBy(() -> Association.open(
                            verification(server, calling, called).build()))
                    .isInstanceOfSatisfying(
                            AssociationRejectedException.class,
                            rejected -> assertThat(rejected.reject().reason()).isEqualTo(reason));
        }
    }

    @Test
    void limitsAssociationsPerPeerAndTakesNewOnesWhenOldOnesEnd() throws Exception {
        AssociationLimits limits = new AssociationLimits(10, 2, 1, 16384);
        try (DicomServer server = DicomServer.builder("SERVER").limits(limits).start()) {
            AssociationOptions options =
                    verification(server, "CLIENT", "SERVER").build();
            List<Association> open = new ArrayList<>();
            open.add(Association.open(options));
            open.add(Association.open(options));
            assertThatThrownBy(() -> Association.open(options))
                    .isInstanceOfSatisfying(
                            AssociationRejectedException.class, rejected -> assertThat(rejected.reject())
                                    .isEqualTo(AssociateReject.transientFor(Reason.LOCAL_LIMIT_EXCEEDED)));
            open.forEach(Association::close);
            Conditions.await(() -> server.openConnections() == 0);
            try (Association again = Association.open(options)) {
                assertThat(again.echo()).isEqualTo(DimseStatus.SUCCESS);
            }
        }
    }

    @Test
    void grantsTheOperationsWindowUpToTheLimit() throws IOException {
        try (DicomServer server = DicomServer.builder("SERVER")
                .limits(new AssociationLimits(10, 10, 3, 16384))
                .start()) {
            AssociationOptions.Builder options = verification(server, "CLIENT", "SERVER");
            try (Association plain = Association.open(options.build());
                    Association unlimited = Association.open(
                            options.operations(new AsynchronousOperations(0, 1)).build())) {
                assertThat(plain.negotiated().operations()).isEqualTo(AsynchronousOperations.SYNCHRONOUS);
                assertThat(unlimited.negotiated().operations()).isEqualTo(new AsynchronousOperations(3, 1));
            }
        }
    }

    @Test
    void showsTheUserIdentityToThePolicy() throws IOException {
        BlockingQueue<AssociationAttempt> seen = new LinkedBlockingQueue<>();
        AssociationPolicy policy = attempt -> {
            seen.add(attempt);
            return Optional.empty();
        };
        try (DicomServer server = DicomServer.builder("SERVER").policy(policy).start();
                Association association = Association.open(verification(server, "CLIENT", "SERVER")
                        .identity(UserIdentity.usernameAndPasscode("someone", "pass"))
                        .build())) {
            assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
            AssociationAttempt attempt = seen.remove();
            assertThat(attempt.callingAeTitle()).isEqualTo("CLIENT");
            assertThat(attempt.identity())
                    .satisfies(identity -> assertThat(new String(identity.primary(), StandardCharsets.UTF_8))
                            .isEqualTo("someone"));
        }
    }

    @Test
    void failsOutstandingOperationsWhenThePeerAborts() throws Exception {
        try (DicomServer server = DicomServer.builder("SERVER").start()) {
            Association association =
                    Association.open(verification(server, "CLIENT", "SERVER").build());
            server.close();
            assertThatThrownBy(association::echo).isInstanceOf(IOException.class);
            association.close();
        }
    }

    @Test
    void abortEndsTheConnectionOnBothSides() throws Exception {
        try (DicomServer server = DicomServer.builder("SERVER").start()) {
            Association association =
                    Association.open(verification(server, "CLIENT", "SERVER").build());
            assertThat(association.echo()).isEqualTo(DimseStatus.SUCCESS);
            association.abort();
            Conditions.await(() -> server.openConnections() == 0);
            assertThat(association.state()).isEqualTo(AssociationState.CLOSED);
        }
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("", "closed the connection instead of answering"),
                Arguments.of("SSH-2.0-OpenSSH_9.6\r\n", "does not speak DICOM"),
                Arguments.of("HTTP/1.1 400 Bad Request\r\n\r\n", "does not speak DICOM"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void saysThatAPeerDoesNotSpeakDicom(String greeting, String message) throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = Thread.ofVirtual().start(() -> {
                try (Socket socket = stranger.accept()) {
                    socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                    // the other side is under test
                }
            });
            AssociationOptions options = AssociationOptions.builder("localhost", stranger.getLocalPort(), "A", "B")
                    .timeouts(TIMEOUTS)
                    .verification()
                    .build();
            assertThatThrownBy(() -> Association.open(options))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(message);
            thread.join();
        }
    }

    private static AssociationOptions.Builder verification(DicomServer server, String calling, String called) {
        return AssociationOptions.builder("localhost", server.port(), calling, called)
                .timeouts(TIMEOUTS)
                .verification();
    }
}
