package org.roentgen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.domain.archive.InstanceAttributes;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.archive.InstanceArchive;
import org.roentgen.store.entity.Instance.Origin;
import org.roentgen.store.search.ArchiveMatch;
import org.roentgen.store.search.ArchiveQuery;
import org.roentgen.store.search.ArchiveSearch;
import org.roentgen.store.search.ArchivedInstance;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchKey;
import org.roentgen.store.search.SearchLevel;

/**
 * Two studies: A (CT with a derived SEG, Müller-Lüdenscheidt, 2025-06-15 10:15:30) and B (MR of two series, Yamada in three
 * scripts, 2024-02-29 without a time).
 */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ArchiveSearchTest {
    private static final Map<String, String> STUDY_NAMES = Map.of("2.25.71", "A", "2.25.72", "B");
    private static final SearchKey MINE = SearchKey.of(SearchAttribute.STUDY_ID, "search");

    @Inject
    InstanceArchive archive;

    @Inject
    ArchiveSearch search;

    @BeforeEach
    void fill() {
        Map<Integer, String> a = study("2.25.71", "PA_1", "Müller-Lüdenscheidt^Jürgen", "20250615", "101530.5");
        a.put(0x00100021, "HOSPITAL");
        a.put(0x00081030, "Thorax 100%");
        store(a, "2.25.711", "CT", "1", "2.25.7111", "1.2.840.10008.5.1.4.1.1.2", List.of());
        store(a, "2.25.711", "CT", "1", "2.25.7112", "1.2.840.10008.5.1.4.1.1.2", List.of());
        store(a, "2.25.712", "SEG", "9", "2.25.7121", "1.2.840.10008.5.1.4.1.1.66.4", List.of());
        Map<Integer, String> b = study("2.25.72", "PB-1", "Yamada^Tarou=山田^太郎=やまだ^たろう", "20240229", "");
        store(
                b,
                "2.25.721",
                "MR",
                "1",
                "2.25.7211",
                "1.2.840.10008.5.1.4.1.1.4",
                List.of(request("RP1", "SPS1"), request("RP2", "SPS2")));
        store(b, "2.25.722", "MR", "2", "2.25.7221", "1.2.840.10008.5.1.4.1.1.4", List.of());
    }

    @ParameterizedTest(name = "{0} {1} [{2}] finds {3}")
    @CsvSource(delimiter = '|', textBlock = """
            STUDY | PATIENT_NAME         |                          | A B
            STUDY | PATIENT_NAME         | *                        | A B
            STUDY | PATIENT_NAME         | müller*                  | A
            STUDY | PATIENT_NAME         | MULLER-LUDENSCHEIDT^JUR* | A
            STUDY | PATIENT_NAME         | Müller                   |
            STUDY | PATIENT_NAME         | yamada^tarou             | B
            STUDY | PATIENT_NAME         | Yamada^Tarou^            | B
            STUDY | PATIENT_NAME         | 山田*                     | B
            STUDY | PATIENT_NAME         | y?mada^*                 | B
            STUDY | PATIENT_NAME         | Jürgen                   |
            STUDY | PATIENT_ID           | PA_1                     | A
            STUDY | PATIENT_ID           | P?_1                     | A
            STUDY | PATIENT_ID           | pa_1                     |
            STUDY | PATIENT_ID           | P*1                      | A B
            STUDY | ISSUER_OF_PATIENT_ID | HOSPITAL                 | A
            STUDY | STUDY_DESCRIPTION    | *100%                    | A
            STUDY | STUDY_DESCRIPTION    | *0%0*                    |
            STUDY | STUDY_DATE           | 20250615                 | A
            STUDY | STUDY_DATE           | 20240229-20250615        | A B
            STUDY | STUDY_DATE           | 20240301-                | A
            STUDY | STUDY_DATE           | -20240301                | B
            STUDY | STUDY_TIME           | 1015                     | A
            STUDY | STUDY_TIME           | 10-1015                  | A
            STUDY | STUDY_TIME           | 101531-                  |
            STUDY | STUDY_TIME           | -1015                    | A
            STUDY | MODALITIES_IN_STUDY  | MR                       | B
            STUDY | MODALITIES_IN_STUDY  | S*                       | A
            STUDY | MODALITIES_IN_STUDY  | MR+SEG                   | A B
            STUDY | MODALITIES_IN_STUDY  | M                        |
            STUDY | SOP_CLASSES_IN_STUDY | 1.2.840.10008.5.1.4.1.1.66.4 | A
            STUDY | STUDY_INSTANCE_UID   | 2.25.71+2.25.72+2.25.79  | A B
            STUDY | STUDY_INSTANCE_UID   | 2.25.7*                  |
            SERIES | MODALITY            | MR                       | B B
            SERIES | SERIES_NUMBER       | 01                       | A B
            SERIES | PATIENT_NAME        | müller*                  | A A
            SERIES | SCHEDULED_STEP_ID   | SPS*                     | B
            SERIES | REQUESTED_PROCEDURE_ID | RP3                   |
            INSTANCE | SOP_INSTANCE_UID  | 2.25.7121+2.25.7211      | A B
            INSTANCE | MODALITY          | CT                       | A A
            """)
    void matches(SearchLevel level, SearchAttribute attribute, String value, String expected) {
        List<String> values = value == null ? List.of() : List.of(value.split("\\+"));
        assertThat(studies(level, false, new SearchKey(attribute, values)))
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest(name = "fuzzy [{0}] finds {1}")
    @CsvSource(delimiter = '|', textBlock = """
            jurgen               | A
            jürgen mull          | A
            LUDENSCHEIDT         |
            tar yama             | B
            太                    | B
            tar yamb             |
            """)
    void fuzzyNamesMatchByTheBeginningsOfTheirWords(String value, String expected) {
        assertThat(studies(SearchLevel.STUDY, true, SearchKey.of(SearchAttribute.PATIENT_NAME, value)))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest(name = "{0} [{1}] is refused")
    @CsvSource(delimiter = '|', textBlock = """
            STUDY_DATE         | 2025
            STUDY_DATE         | 2025-06-15
            STUDY_DATE         | -
            PATIENT_BIRTH_DATE | 19500607-x
            STUDY_TIME         | 10:15
            """)
    void valuesOfAnotherFormAreRefusedAndNotRepeated(SearchAttribute attribute, String value) {
        assertThatThrownBy(() -> studies(SearchLevel.STUDY, false, SearchKey.of(attribute, value)))
                .isInstanceOfSatisfying(RoentgenException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_QUERY);
                    assertThat(refused.getMessage()).contains("(00").doesNotContain(value + " ");
                });
    }

    @Test
    void keysOfOneSequenceMatchWithinOneItem() {
        SearchKey first = SearchKey.of(SearchAttribute.SCHEDULED_STEP_ID, "SPS1");
        assertThat(studies(
                        SearchLevel.SERIES, false, first, SearchKey.of(SearchAttribute.REQUESTED_PROCEDURE_ID, "RP1")))
                .containsExactly("B");
        assertThat(studies(
                        SearchLevel.SERIES, false, first, SearchKey.of(SearchAttribute.REQUESTED_PROCEDURE_ID, "RP2")))
                .isEmpty();
    }

    @Test
    void returnsWhatIsAskedForWithCountsAndItems() {
        ArchiveMatch study = find(
                        SearchLevel.STUDY,
                        Set.of(
                                SearchAttribute.STUDY_SERIES,
                                SearchAttribute.STUDY_INSTANCES,
                                SearchAttribute.MODALITIES_IN_STUDY),
                        SearchKey.of(SearchAttribute.STUDY_INSTANCE_UID, "2.25.71"))
                .getFirst();
        assertThat(study.values())
                .isEqualTo(
                        Map.of(0x00201206, List.of("2"), 0x00201208, List.of("3"), 0x00080061, List.of("CT", "SEG")));
        ArchiveMatch series = find(
                        SearchLevel.SERIES,
                        Set.of(SearchAttribute.SCHEDULED_STEP_ID, SearchAttribute.REQUESTED_PROCEDURE_ID),
                        SearchKey.of(SearchAttribute.SERIES_INSTANCE_UID, "2.25.721"))
                .getFirst();
        assertThat(series.sequences())
                .isEqualTo(Map.of(
                        0x00400275,
                        List.of(
                                Map.of(0x00401001, "RP1", 0x00400009, "SPS1"),
                                Map.of(0x00401001, "RP2", 0x00400009, "SPS2"))));
        ArchiveMatch patient = find(
                        SearchLevel.PATIENT,
                        Set.of(SearchAttribute.PATIENT_STUDIES, SearchAttribute.PATIENT_INSTANCES),
                        SearchKey.of(SearchAttribute.PATIENT_ID, "PB-1"))
                .getFirst();
        assertThat(patient.values()).isEqualTo(Map.of(0x00201200, List.of("1"), 0x00201204, List.of("2")));
    }

    @Test
    void theInstancesOfKeysComeInOrder() {
        assertThat(search.instances(List.of(SearchKey.of(SearchAttribute.STUDY_INSTANCE_UID, "2.25.71"))))
                .extracting(ArchivedInstance::sopInstanceUid)
                .containsExactly("2.25.7111", "2.25.7112", "2.25.7121");
    }

    private List<String> studies(SearchLevel level, boolean fuzzy, SearchKey... keys) {
        List<SearchKey> all = new ArrayList<>(List.of(keys));
        all.add(MINE);
        return search
                .find(new ArchiveQuery(level, all, Set.of(SearchAttribute.STUDY_INSTANCE_UID), fuzzy, 0, 100))
                .stream()
                .map(match -> STUDY_NAMES.get(match.text(SearchAttribute.STUDY_INSTANCE_UID)))
                .sorted()
                .toList();
    }

    private List<ArchiveMatch> find(SearchLevel level, Set<SearchAttribute> returned, SearchKey key) {
        return search.find(new ArchiveQuery(level, List.of(key), returned, false, 0, 100));
    }

    private static Map<Integer, String> study(String uid, String patient, String name, String date, String time) {
        return new HashMap<>(Map.of(
                0x0020000D,
                uid,
                0x00100020,
                patient,
                0x00100010,
                name,
                0x00080020,
                date,
                0x00080030,
                time,
                0x00200010,
                "search"));
    }

    private void store(
            Map<Integer, String> study,
            String series,
            String modality,
            String number,
            String instance,
            String sopClass,
            List<InstanceAttributes> requests) {
        Map<Integer, String> values = new HashMap<>(study);
        values.putAll(Map.of(
                0x0020000E,
                series,
                0x00080060,
                modality,
                0x00200011,
                number,
                0x00080018,
                instance,
                0x00080016,
                sopClass));
        archive.register(new Instances.Attributes(values, requests).describe(instance), null, Origin.RECEIVED);
    }

    private static InstanceAttributes request(String procedure, String step) {
        return new Instances.Attributes(Map.of(0x00401001, procedure, 0x00400009, step), List.of());
    }
}
