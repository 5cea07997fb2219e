package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roentgen.dicom.DataSetReader;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.ContextNotAcceptedException;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.NetworkTimeouts;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.pdu.AsynchronousOperations;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;

@Timeout(60)
class StorageTest {
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

    @TempDir
    Path directory;

    @Test
    void keepsTheBytesAsTheyCame() throws Exception {
        Path received = Files.createDirectory(directory.resolve("received"));
        List<InstanceSource> instances = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            instances.add(InstanceSource.of(TestInstances.writeCt(directory, number, 96)));
        }
        try (DicomServer server = server(new DirectoryStore(received, Durability.SYNCHRONISED));
                Association association = open(server, instances, 1)) {
            assertThat(new StorageUser(association, InstanceTranscoder.uncompressedOnly()).storeAll(instances, _ -> {}))
                    .hasSize(20)
                    .allMatch(StoreOutcome::isStored);
        }
        for (InstanceSource sent : instances) {
            InstanceSource kept = InstanceSource.of(received.resolve(sent.sopInstanceUid() + ".dcm"));
            assertThat(kept.transferSyntaxUid()).isEqualTo(sent.transferSyntaxUid());
            try (InputStream before = sent.open();
                    InputStream after = kept.open()) {
                assertThat(after.readAllBytes()).isEqualTo(before.readAllBytes());
            }
        }
        assertThat(names(received)).hasSize(20).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void keepsSeveralOperationsOutstandingWithinTheWindow() throws Exception {
        List<InstanceSource> instances = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            instances.add(InstanceSource.of(TestInstances.ct(number, 16), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        }
        try (DicomServer server = server((_, dataSet) -> {
                    dataSet.readAllBytes();
                    return DimseStatus.SUCCESS;
                });
                Association association = open(server, instances, 5)) {
            assertThat(association.negotiated().operations().maximumInvoked()).isEqualTo(5);
            assertThat(new StorageUser(association, InstanceTranscoder.uncompressedOnly()).storeAll(instances, _ -> {}))
                    .extracting(StoreOutcome::status)
                    .containsOnly(DimseStatus.SUCCESS)
                    .hasSize(30);
        }
    }

    @Test
    void handsOutTheDataSetWhileItArrives() throws Exception {
        CountDownLatch handlerHasSome = new CountDownLatch(1);
        AtomicLong received = new AtomicLong();
        long size = 96L << 20;
        StoreHandler handler = (_, dataSet) -> {
            received.addAndGet(dataSet.readNBytes(1 << 16).length);
            handlerHasSome.countDown();
            received.addAndGet(dataSet.transferTo(OutputStream.nullOutputStream()));
            return DimseStatus.SUCCESS;
        };
        InstanceSource large = new Generated(size, handlerHasSome);
        try (DicomServer server = server(handler);
                Association association = open(server, List.of(large), 1)) {
            StorageUser user = new StorageUser(association, InstanceTranscoder.uncompressedOnly());
            assertThat(user.store(large)).isEqualTo(DimseStatus.SUCCESS);
        }
        assertThat(received).hasValue(size);
    }

    static Stream<Arguments> handlers() {
        return Stream.of(
                Arguments.of((StoreHandler) (_, _) -> DimseStatus.SUCCESS, 0x0000),
                Arguments.of((StoreHandler) (_, _) -> DimseStatus.OUT_OF_RESOURCES.because("disk is full"), 0xA700),
                Arguments.of(
                        (StoreHandler) (_, _) -> {
                            throw new IOException("disk failed");
                        },
                        0xA700),
                Arguments.of(
                        (StoreHandler) (_, _) -> {
                            throw new IllegalStateException("defect");
                        },
                        0x0110),
                Arguments.of((StoreHandler) StorageTest::parseAsDeflated, 0xC000));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void answersWithTheHandlersStatusAndGoesOn(StoreHandler handler, int status) throws Exception {
        InstanceSource instance = InstanceSource.of(TestInstances.ct(1, 200), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try (DicomServer server = server(handler);
                Association association = open(server, List.of(instance), 1)) {
            StorageUser user = new StorageUser(association, InstanceTranscoder.uncompressedOnly());
            assertThat(user.store(instance).code()).isEqualTo(status);
            assertThat(user.store(instance).code()).isEqualTo(status);
        }
    }

    @Test
    void refusesADataSetOfAnotherInstanceAndKeepsNoFile() throws Exception {
        InstanceSource lying = new Renamed(
                InstanceSource.of(TestInstances.ct(1, 16), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                TestInstances.STUDY + ".1.2");
        try (DicomServer server = server(new DirectoryStore(directory, Durability.BUFFERED));
                Association association = open(server, List.of(lying), 1)) {
            DimseStatus status = new StorageUser(association, InstanceTranscoder.uncompressedOnly()).store(lying);
            assertThat(status.code()).isEqualTo(0xA900);
            assertThat(status.comment()).contains("SOP Instance UID");
        }
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void convertsBetweenUncompressedSyntaxesOnly() throws Exception {
        InstanceSource implicit = InstanceSource.of(TestInstances.ct(1, 16), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        InstanceSource compressed = new Recoded(implicit, JPEG_2000);
        StorageService explicitOnly = StorageService.of(
                new DirectoryStore(directory, Durability.BUFFERED),
                Set.of(TestInstances.CT_IMAGE_STORAGE),
                List.of(TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN));
        try (DicomServer server =
                        DicomServer.builder("SERVER").service(explicitOnly).start();
                Association association = open(server, List.of(implicit, compressed), 1)) {
            StorageUser user = new StorageUser(association, InstanceTranscoder.uncompressedOnly());
            assertThat(user.store(implicit)).isEqualTo(DimseStatus.SUCCESS);
            assertThatThrownBy(() -> user.store(compressed))
                    .isInstanceOf(ContextNotAcceptedException.class)
                    .hasMessageContaining(JPEG_2000);
            assertThat(user.store(implicit)).isEqualTo(DimseStatus.SUCCESS);
        }
        assertThat(new ReceivedInstance(directory.resolve(implicit.sopInstanceUid() + ".dcm"), request(implicit), 0)
                        .header()
                        .string(Tag.Modality))
                .hasValue("CT");
    }

    private static StoreRequest request(InstanceSource instance) {
        return new StoreRequest(
                new AcceptedContext(1, instance.sopClassUid(), instance.transferSyntaxUid(), true, false),
                instance.sopClassUid(),
                instance.sopInstanceUid(),
                "CLIENT",
                "SERVER",
                new InetSocketAddress(0));
    }

    @Test
    void takesAllStorageSopClassesAndNothingElse() {
        assertThat(StorageSopClasses.ALL)
                .contains(
                        TestInstances.CT_IMAGE_STORAGE, "1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.88.33")
                .doesNotContain("1.2.840.10008.1.1", "1.2.840.10008.5.1.4.1.2.2.1", "1.2.840.10008.1.3.10")
                .hasSizeGreaterThan(100);
    }

    private static DimseStatus parseAsDeflated(StoreRequest request, InputStream dataSet)
            throws MalformedDicomException, IOException {
        DataSetReader.read(dataSet, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, ReadOptions.STRICT);
        return DimseStatus.SUCCESS;
    }

    private static DicomServer server(StoreHandler handler) throws IOException {
        return DicomServer.builder("SERVER").service(StorageService.of(handler)).start();
    }

    private static Association open(DicomServer server, List<InstanceSource> instances, int window) throws IOException {
        AssociationOptions.Builder options = AssociationOptions.builder("localhost", server.port(), "CLIENT", "SERVER")
                .timeouts(NetworkTimeouts.of(Duration.ofSeconds(30)));
        if (window != 1) {
            options.operations(new AsynchronousOperations(window, 1));
        }
        return Association.open(StorageUser.propose(options, instances).build());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Another name for the same data set. */
    private record Renamed(InstanceSource source, String sopInstanceUid) implements InstanceSource {
        @Override
        public String sopClassUid() {
            return source.sopClassUid();
        }

        @Override
        public String transferSyntaxUid() {
            return source.transferSyntaxUid();
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }
    }

    /** The same data set under the name of another transfer syntax. */
    private record Recoded(InstanceSource source, String transferSyntaxUid) implements InstanceSource {
        @Override
        public String sopClassUid() {
            return source.sopClassUid();
        }

        @Override
        public String sopInstanceUid() {
            return source.sopInstanceUid();
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }
    }

    /** Zeros, of which all but the first megabyte wait until the receiver has seen some. */
    private record Generated(long size, CountDownLatch gate) implements InstanceSource {
        @Override
        public String sopClassUid() {
            return TestInstances.CT_IMAGE_STORAGE;
        }

        @Override
        public String sopInstanceUid() {
            return "1.2.3";
        }

        @Override
        public String transferSyntaxUid() {
            return TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long left = size;

                @Override
                public int read() {
                    return left-- > 0 ? 0 : -1;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    if (left == 0) {
                        return -1;
                    }
                    if (size - left >= 1 << 20) {
                        awaitReceiver();
                    }
                    int count = (int) Math.min(left, length);
                    left -= count;
                    return count;
                }
            };
        }

        private void awaitReceiver() throws IOException {
            try {
                if (!gate.await(10, TimeUnit.SECONDS)) {
                    throw new IOException("receiver saw nothing before everything was sent");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
    }
}
