package org.roentgen.workflow.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.workflow.ingest.DimseReceiver;
import org.roentgen.workflow.support.ArchivedStudy;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Dcmtk;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.QuietSchedules;
import org.roentgen.workflow.support.Workstation;

/** dcmtk as the hospital's workstation. */
@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class DcmtkArchiveTest {
    @Inject
    DimseReceiver receiver;

    @Inject
    Fixtures fixtures;

    @Inject
    ArchivedStudy studies;

    private ArchivedStudy.Content study;

    @BeforeEach
    void fill() throws IOException {
        fixtures.queryingSource("DCMTK");
        study = studies.put("dcmtk", "Invented^Patient", "20260102");
    }

    @Test
    void echoes() throws Exception {
        assertThat(run("echoscu").exitStatus()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-S", "-P"})
    void finds(String model) throws Exception {
        Dcmtk.Finished found =
                run("findscu", model, "-v", "-k", "QueryRetrieveLevel=IMAGE", "-k", uid(), "-k", "SOPInstanceUID");
        assertThat(found.exitStatus()).as(found.output()).isZero();
        assertThat(found.output()).contains("Find Response: 4").contains(study.segmentationUid());
    }

    @Test
    void moves() throws Exception {
        try (Workstation workstation = new Workstation("STATION")) {
            fixtures.destinationAt("STATION", workstation.port());
            Dcmtk.Finished moved =
                    run("movescu", "-S", "-v", "-aem", "STATION", "-k", "QueryRetrieveLevel=STUDY", "-k", uid());
            assertThat(moved.exitStatus()).as(moved.output()).isZero();
            assertThat(workstation.received()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-S", "-P"})
    void gets(String model) throws Exception {
        try (Workstation workstation = new Workstation("STATION")) {
            String folder = workstation.directory().toString();
            Dcmtk.Finished got =
                    run("getscu", model, "-v", "-od", folder, "-k", "QueryRetrieveLevel=STUDY", "-k", uid());
            assertThat(got.exitStatus()).as(got.output()).isZero();
            assertThat(workstation.received()).hasSize(4);
        }
    }

    private Dcmtk.Finished run(String tool, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool, "-aet", "DCMTK", "-aec", "ROENTGEN"));
        command.addAll(List.of(options));
        command.addAll(List.of("localhost", Integer.toString(receiver.port().orElseThrow())));
        return Dcmtk.run(command.toArray(String[]::new));
    }

    private String uid() {
        return "StudyInstanceUID=" + study.studyUid();
    }
}
