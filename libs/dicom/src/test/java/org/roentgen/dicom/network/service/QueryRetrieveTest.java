package org.roentgen.dicom.network.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.Peers;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;

@Timeout(90)
class QueryRetrieveTest {
    private static final DataSet STUDY_KEYS = DataSet.builder()
            .put(Tag.QueryRetrieveLevel, "STUDY")
            .put(Tag.StudyInstanceUID, TestInstances.STUDY)
            .build();
    private static final DataSet IMAGE_KEYS = DataSet.builder()
            .put(Tag.QueryRetrieveLevel, "IMAGE")
            .put(Tag.SOPInstanceUID, "")
            .build();

    @TempDir
    Path directory;

    private MemoryArchive archive;
    private DicomServer server;
    private DicomServer destination;

    @BeforeEach
    void start() throws IOException {
        archive = new MemoryArchive(12);
        server = DicomServer.builder("ARCHIVE")
                .service(QueryService.studyAndPatientRoot(archive))
                .service(new QueryService(archive, Set.of(SopClass.MODALITY_WORKLIST_FIND)))
                .service(new RetrieveService(archive, InstanceTranscoder.uncompressedOnly()))
                .service(StorageService.of((_, _) -> DimseStatus.NOT_AUTHORIZED))
                .start();
        destination = DicomServer.builder("DEST")
                .service(StorageService.of(new DirectoryStore(directory, Durability.BUFFERED)))
                .start();
        archive.destinations.put("DEST", destination.port());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        destination.close();
    }

    @Test
    void findsAllMatches() throws IOException {
        try (Association association = open(SopClass.STUDY_ROOT_FIND)) {
            List<DataSet> matches = new QueryUser(association).find(SopClass.STUDY_ROOT_FIND, IMAGE_KEYS, 100);
            assertThat(matches)
                    .extracting(match -> match.string(Tag.SOPInstanceUID, ""))
                    .hasSize(12)
                    .doesNotHaveDuplicates()
                    .allMatch(uid -> uid.startsWith(TestInstances.STUDY));
        }
    }

    @Test
    void cancelsAQueryAndGoesOn() throws IOException {
        try (Association association = open(SopClass.STUDY_ROOT_FIND)) {
            QueryUser user = new QueryUser(association);
            assertThat(user.find(SopClass.STUDY_ROOT_FIND, IMAGE_KEYS, 3)).hasSize(3);
            assertThat(user.find(SopClass.STUDY_ROOT_FIND, IMAGE_KEYS, 100)).hasSize(12);
        }
    }

    @Test
    void endsAQueryWithTheHandlersFailure() throws IOException {
        try (Association association = open(SopClass.MODALITY_WORKLIST_FIND)) {
            assertThatThrownBy(
                            () -> new QueryUser(association).find(SopClass.MODALITY_WORKLIST_FIND, DataSet.EMPTY, 10))
                    .isInstanceOfSatisfying(
                            DimseException.class,
                            failure -> assertThat(failure.status().code()).isEqualTo(0xA900));
        }
    }

    @Test
    void movesAStudyToADestination() throws IOException {
        List<RetrieveProgress> pending = new ArrayList<>();
        try (Association association = open(SopClass.STUDY_ROOT_MOVE)) {
            RetrieveProgress last =
                    new RetrieveUser(association).move(SopClass.STUDY_ROOT_MOVE, "DEST", STUDY_KEYS, pending::add);
            assertThat(last.status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(last.completed()).isEqualTo(12);
        }
        assertThat(pending).hasSize(12);
        assertThat(pending.getFirst().remaining()).isEqualTo(11);
        assertThat(count(directory)).isEqualTo(12);
    }

    @Test
    void refusesAnUnknownDestination() throws IOException {
        try (Association association = open(SopClass.STUDY_ROOT_MOVE)) {
            assertThat(new RetrieveUser(association)
                            .move(SopClass.STUDY_ROOT_MOVE, "NOWHERE", STUDY_KEYS, _ -> {})
                            .status())
                    .isEqualTo(DimseStatus.MOVE_DESTINATION_UNKNOWN);
        }
    }

    @Test
    void countsEveryInstanceAsFailedWhenTheDestinationIsDown() throws IOException {
        archive.destinations.put("DOWN", Peers.freePort());
        try (Association association = open(SopClass.STUDY_ROOT_MOVE)) {
            RetrieveProgress last =
                    new RetrieveUser(association).move(SopClass.STUDY_ROOT_MOVE, "DOWN", STUDY_KEYS, _ -> {});
            assertThat(last.status().code()).isEqualTo(0xA702);
            assertThat(last.failed()).isEqualTo(12);
            assertThat(last.failedInstances()).hasSize(12).contains(TestInstances.STUDY + ".1.1");
        }
    }

    @Test
    void getsAStudyOnTheSameAssociation() throws IOException {
        AssociationOptions options = RetrieveUser.proposeGet(
                        AssociationOptions.builder("localhost", server.port(), "CLIENT", "ARCHIVE"),
                        SopClass.STUDY_ROOT_GET,
                        StorageSopClasses.COMMON,
                        new DirectoryStore(directory, Durability.BUFFERED))
                .build();
        try (Association association = Association.open(options)) {
            RetrieveProgress last = new RetrieveUser(association).get(SopClass.STUDY_ROOT_GET, STUDY_KEYS, _ -> {});
            assertThat(last.status()).isEqualTo(DimseStatus.SUCCESS);
            assertThat(last.completed()).isEqualTo(12);
        }
        assertThat(count(directory)).isEqualTo(12);
    }

    @Test
    void answersDcmtk() throws Exception {
        String port = Integer.toString(server.port());
        String study = "StudyInstanceUID=" + TestInstances.STUDY;
        Path got = Files.createDirectory(directory.resolve("got"));
        Peers.Finished find = Peers.run(
                "findscu",
                "-S",
                "-v",
                "-aec",
                "ARCHIVE",
                "-k",
                "QueryRetrieveLevel=IMAGE",
                "-k",
                study,
                "-k",
                "SOPInstanceUID",
                "localhost",
                port);
        assertThat(find.exitStatus()).as(find.output()).isZero();
        assertThat(find.output()).contains("Find Response: 12");
        Peers.Finished move = Peers.run(
                "movescu",
                "-S",
                "-v",
                "-aec",
                "ARCHIVE",
                "-aem",
                "DEST",
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                study,
                "localhost",
                port);
        assertThat(move.exitStatus()).as(move.output()).isZero();
        Peers.Finished get = Peers.run(
                "getscu",
                "-S",
                "-v",
                "-aec",
                "ARCHIVE",
                "-od",
                got.toString(),
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                study,
                "localhost",
                port);
        assertThat(get.exitStatus()).as(get.output()).isZero();
        assertThat(count(got)).isEqualTo(12);
        assertThat(count(directory)).isEqualTo(13);
    }

    @Test
    void queriesAndRetrievesFromDcmqrscp() throws Exception {
        Path store = Files.createDirectory(directory.resolve("qr"));
        Path configuration = directory.resolve("dcmqrscp.cfg");
        Files.writeString(configuration, """
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                dest = (DEST, localhost, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                QRSCP %s RW (200, 1024mb) ANY
                AETable END
                """.formatted(destination.port(), store));
        try (Peers.Running peer = Peers.serve(List.of("dcmqrscp", "-c", configuration.toString(), "PORT"))) {
            List<? extends InstanceSource> instances =
                    archive.instances(new PeerRequest("", STUDY_KEYS, "", "", "", new InetSocketAddress(0)));
            try (Association association = Association.open(StorageUser.propose(options(peer.port()), instances)
                    .context(SopClass.STUDY_ROOT_FIND, TransferSyntaxes.UNCOMPRESSED)
                    .context(SopClass.STUDY_ROOT_MOVE, TransferSyntaxes.UNCOMPRESSED)
                    .build())) {
                assertThat(new StorageUser(association, InstanceTranscoder.uncompressedOnly())
                                .storeAll(instances, _ -> {}))
                        .allMatch(StoreOutcome::isStored);
                DataSet keys = IMAGE_KEYS.toBuilder()
                        .put(Tag.StudyInstanceUID, TestInstances.STUDY)
                        .put(Tag.SeriesInstanceUID, TestInstances.STUDY + ".1")
                        .build();
                assertThat(new QueryUser(association).find(SopClass.STUDY_ROOT_FIND, keys, 100))
                        .hasSize(12);
                assertThat(new RetrieveUser(association)
                                .move(SopClass.STUDY_ROOT_MOVE, "DEST", STUDY_KEYS, _ -> {})
                                .completed())
                        .isEqualTo(12);
            }
            Path got = Files.createDirectory(directory.resolve("got"));
            try (Association association = Association.open(RetrieveUser.proposeGet(
                            options(peer.port()),
                            SopClass.STUDY_ROOT_GET,
                            StorageSopClasses.COMMON,
                            new DirectoryStore(got, Durability.BUFFERED))
                    .build())) {
                assertThat(new RetrieveUser(association)
                                .get(SopClass.STUDY_ROOT_GET, STUDY_KEYS, _ -> {})
                                .completed())
                        .isEqualTo(12);
            }
            assertThat(count(got)).isEqualTo(12);
        }
    }

    private Association open(String sopClass) throws IOException {
        return Association.open(AssociationOptions.builder("localhost", server.port(), "CLIENT", "ARCHIVE")
                .context(sopClass, TransferSyntaxes.UNCOMPRESSED)
                .build());
    }

    private static AssociationOptions.Builder options(int port) {
        return AssociationOptions.builder("localhost", port, "CLIENT", "QRSCP");
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }
}
