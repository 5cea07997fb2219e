package org.roentgen.workflow.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.QueryUser;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.ingest.DimseReceiver;
import org.roentgen.workflow.support.ArchivedStudy;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.QuietSchedules;

/** Studies A (Müller^Jörg, 2026-01-02) and B (Yamada^Tarou=山田^太郎, 2024-02-29), each of an MR series and a derived SEG. */
@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class ArchiveQueryTest {
    @Inject
    DimseReceiver receiver;

    @Inject
    Fixtures fixtures;

    @Inject
    ArchivedStudy studies;

    @Inject
    Sql sql;

    private final String studyId = UUID.randomUUID().toString().substring(0, 12);
    private ArchivedStudy.Content a;

    @BeforeEach
    void fill() throws IOException {
        fixtures.queryingSource("QUERY");
        fixtures.source("STOREONLY");
        a = studies.put(studyId, "Müller^Jörg", "20260102");
        studies.put(studyId, "Yamada^Tarou=山田^太郎", "20240229");
    }

    @ParameterizedTest(name = "{0} {1} = [{2}]: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            STUDY  | PatientName         |                    | 2
            STUDY  | PatientName         | *                  | 2
            STUDY  | PatientName         | MULLER^*           | 1
            STUDY  | PatientName         | 山田*               | 1
            STUDY  | PatientName         | Müller             | 0
            STUDY  | StudyDate           | 20240101-20251231  | 1
            STUDY  | StudyDate           | 20240229-          | 2
            STUDY  | StudyDate           | -20240228          | 0
            STUDY  | StudyTime           | 1011-1012          | 2
            STUDY  | ModalitiesInStudy   | SEG                | 2
            STUDY  | ModalitiesInStudy   | CT                 | 0
            STUDY  | AccessionNumber     | ACC-*              | 2
            STUDY  | AccessionNumber     | acc-*              | 0
            SERIES | Modality            | SEG                | 2
            SERIES | SeriesNumber        | 99                 | 2
            SERIES | RequestAttributesSequence                            |              | 4
            SERIES | RequestAttributesSequence.RequestedProcedureID       | RP-2026*     | 1
            SERIES | RequestAttributesSequence.ScheduledProcedureStepID   | SPS-2        | 0
            IMAGE  | InstanceNumber      | 2                  | 2
            IMAGE  | SOPClassUID         | 1.2.840.10008.5.1.4.1.1.66.4 | 2
            """)
    void studyRootMatches(String level, String key, String value, int expected) throws IOException {
        DataSet.Builder keys = keys(level);
        put(keys, key, value == null ? "" : value);
        Answer answer = find("QUERY", SopClass.STUDY_ROOT_FIND, keys.build());
        assertThat(answer.status()).isEqualTo(DimseStatus.SUCCESS);
        assertThat(answer.matches()).hasSize(expected);
    }

    @Test
    void listsOfUidsMatchAny() throws IOException {
        DataSet keys = keys("IMAGE")
                .put(
                        Tag.SOPInstanceUID,
                        a.segmentationUid(),
                        a.slices().getFirst().string(Tag.SOPInstanceUID, ""),
                        "1.2.3")
                .build();
        assertThat(find("QUERY", SopClass.STUDY_ROOT_FIND, keys).matches()).hasSize(2);
    }

    @Test
    void matchesHoldWhatWasAskedForInUnicode() throws IOException {
        DataSet keys = keys("STUDY")
                .put(Tag.StudyInstanceUID, a.studyUid())
                .put(Tag.PatientName)
                .put(Tag.ModalitiesInStudy)
                .put(Tag.NumberOfStudyRelatedInstances)
                .build();
        DataSet match = find("QUERY", SopClass.STUDY_ROOT_FIND, keys).matches().getFirst();
        assertThat(match.string(Tag.PatientName, "")).isEqualTo("Müller^Jörg");
        assertThat(match.strings(Tag.ModalitiesInStudy)).containsExactly("MR", "SEG");
        assertThat(match.integer(Tag.NumberOfStudyRelatedInstances, 0)).isEqualTo(4);
        assertThat(match.string(Tag.RetrieveAETitle, "")).isEqualTo("ROENTGEN");
        assertThat(match.string(Tag.QueryRetrieveLevel, "")).isEqualTo("STUDY");
        assertThat(match.contains(Tag.StudyDescription)).isFalse();
    }

    @Test
    void patientRootFindsPatients() throws IOException {
        DataSet keys = DataSet.builder()
                .put(Tag.QueryRetrieveLevel, "PATIENT")
                .put(Tag.PatientID, a.slices().getFirst().string(Tag.PatientID, ""))
                .put(Tag.PatientName)
                .put(Tag.NumberOfPatientRelatedStudies)
                .build();
        List<DataSet> matches = find("QUERY", SopClass.PATIENT_ROOT_FIND, keys).matches();
        assertThat(matches).hasSize(1);
        assertThat(matches.getFirst().integer(Tag.NumberOfPatientRelatedStudies, 0))
                .isEqualTo(1);
        assertThat(matches.getFirst().string(Tag.PatientName, "")).isEqualTo("Müller^Jörg");
    }

    @Test
    void keysThatTheArchiveDoesNotHaveAreToldInTheStatus() throws IOException {
        DataSet keys = keys("SERIES").put(Tag.ProtocolName, "X").build();
        Answer answer = find("QUERY", SopClass.STUDY_ROOT_FIND, keys);
        assertThat(answer.matches()).hasSize(4).noneMatch(match -> match.contains(Tag.ProtocolName));
    }

    @ParameterizedTest(name = "{0} from {1} level {2}: {3}")
    @CsvSource(textBlock = """
            STUDY,   QUERY,     PATIENT, A900
            STUDY,   QUERY,     FRAME,   A900
            STUDY,   QUERY,     '',      A900
            STUDY,   STOREONLY, STUDY,   0124
            PATIENT, STOREONLY, STUDY,   0124
            """)
    void whatIsNotAllowedIsRefused(String model, String caller, String level, String status) throws IOException {
        String sopClass = model.equals("STUDY") ? SopClass.STUDY_ROOT_FIND : SopClass.PATIENT_ROOT_FIND;
        Answer answer = find(caller, sopClass, keys(level).build());
        assertThat("%04X".formatted(answer.status().code())).isEqualTo(status);
        assertThat(answer.matches()).isEmpty();
    }

    @Test
    void aDateOfAnotherFormIsRefusedWithItsTag() throws IOException {
        Answer answer = find(
                "QUERY",
                SopClass.STUDY_ROOT_FIND,
                keys("STUDY").put(Tag.StudyDate, "2026").build());
        assertThat(answer.status().code()).isEqualTo(0xA900);
        assertThat(answer.status().comment()).contains("(0008,0020)");
    }

    @Test
    void queriesAndRefusalsAreAudited() throws IOException {
        int before = audited("SUCCESS");
        int deniedBefore = audited("DENIED");
        find("QUERY", SopClass.STUDY_ROOT_FIND, keys("STUDY").build());
        find("STOREONLY", SopClass.STUDY_ROOT_FIND, keys("STUDY").build());
        assertThat(audited("SUCCESS")).isEqualTo(before + 1);
        assertThat(audited("DENIED")).isEqualTo(deniedBefore + 1);
    }

    private int audited(String outcome) {
        return sql.first(
                        "select count(*) as n from audit_event where action = 'study.query' and outcome = ? and actor like 'ae:%'",
                        row -> row.integer("n"), outcome)
                .orElseThrow();
    }

    private record Answer(DimseStatus status, List<DataSet> matches) {}

    private Answer find(String caller, String sopClass, DataSet keys) throws IOException {
        AssociationOptions options = AssociationOptions.builder(
                        "localhost", receiver.port().orElseThrow(), caller, "ROENTGEN")
                .context(sopClass, TransferSyntaxes.UNCOMPRESSED)
                .build();
        try (Association association = Association.open(options)) {
            List<DataSet> matches = new ArrayList<>();
            return new Answer(new QueryUser(association).find(sopClass, keys, matches::add), matches);
        }
    }

    private DataSet.Builder keys(String level) {
        return DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                .put(Tag.QueryRetrieveLevel, level)
                .put(Tag.StudyID, studyId);
    }

    private static void put(DataSet.Builder keys, String path, String value) {
        String[] steps = path.split("\\.");
        int tag = Dictionary.tag(steps[0]).orElseThrow();
        if (steps.length == 2) {
            int inside = Dictionary.tag(steps[1]).orElseThrow();
            keys.putItems(tag, DataSet.builder().put(inside, value).build());
        } else if (path.endsWith("Sequence")) {
            keys.putItems(tag, List.of());
        } else {
            keys.put(tag, value);
        }
    }
}
