package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;

@Timeout(30)
class CommitmentTest {
    private static final SopReference KEPT = new SopReference(TestInstances.CT_IMAGE_STORAGE, "1.2.3.1");
    private static final SopReference LOST = new SopReference(TestInstances.CT_IMAGE_STORAGE, "1.2.3.2");
    private static final CommitmentRequest REQUEST = new CommitmentRequest("1.2.3.99", List.of(KEPT, LOST));
    private static final CommitmentResult EXPECTED =
            new CommitmentResult("1.2.3.99", List.of(KEPT), List.of(new CommitmentResult.Failure(LOST, 0x0112)));

    private final BlockingQueue<CommitmentResult> results = new LinkedBlockingQueue<>();
    private final CommitmentUser user = new CommitmentUser(results::add);

    @Test
    void reportsOnTheRequestingAssociation() throws Exception {
        try (DicomServer archive = archive(new Committing(new CountDownLatch(0), null));
                Association association = Association.open(options(archive))) {
            assertThat(CommitmentUser.request(association, REQUEST)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo(EXPECTED);
        }
    }

    @Test
    void reportsOnANewAssociationWhenTheFirstIsGone() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (DicomServer modality =
                        DicomServer.builder("MODALITY").service(user).start();
                DicomServer archive = archive(new Committing(released, modality.port()))) {
            try (Association association = Association.open(options(archive))) {
                assertThat(CommitmentUser.request(association, REQUEST)).isEqualTo(DimseStatus.SUCCESS);
            }
            assertThat(results).isEmpty();
            released.countDown();
            assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo(EXPECTED);
        }
    }

    @Test
    void refusesARequestWithoutInstances() throws Exception {
        try (DicomServer archive = archive(new Committing(new CountDownLatch(0), null));
                Association association = Association.open(options(archive))) {
            assertThat(CommitmentUser.request(association, new CommitmentRequest("1.2.3", List.of()))
                            .code())
                    .isEqualTo(0x0115);
        }
    }

    private static DicomServer archive(CommitmentHandler handler) throws IOException {
        return DicomServer.builder("ARCHIVE")
                .service(new CommitmentService(handler))
                .start();
    }

    private AssociationOptions options(DicomServer archive) {
        return AssociationOptions.builder("localhost", archive.port(), "MODALITY", "ARCHIVE")
                .context(SopClass.STORAGE_COMMITMENT_PUSH_MODEL, TransferSyntaxes.UNCOMPRESSED)
                .service(user)
                .build();
    }

    private record Committing(CountDownLatch gate, @Nullable Integer port) implements CommitmentHandler {
        @Override
        public CommitmentResult commit(CommitmentRequest request, String callingAeTitle) throws IOException {
            try {
                gate.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
            assertThat(request).isEqualTo(REQUEST);
            return EXPECTED;
        }

        @Override
        public Optional<AssociationOptions.Builder> requestor(String callingAeTitle) {
            return Optional.ofNullable(port)
                    .map(number -> AssociationOptions.builder("localhost", number, "ARCHIVE", callingAeTitle));
        }
    }
}
