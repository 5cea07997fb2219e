package org.roentgen.workflow.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.profile.ProfileDefinition;
import org.roentgen.store.profile.ProfileVersions;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.series.SeriesInstances;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.MagneticResonance;
import org.roentgen.workflow.support.QuietSchedules;

@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class DeidentificationStageTest {
    private static final int SLICES = 4;

    @Inject
    Fixtures fixtures;

    @Inject
    Sql sql;

    @Inject
    SeriesDeidentifier deidentifier;

    @Inject
    SeriesInstances instances;

    @Inject
    ProfileVersions profiles;

    @Inject
    Crosswalk crosswalk;

    @Inject
    Sites sites;

    @Inject
    StudyRequests requests;

    @Inject
    ProducerTemplate routes;

    @Inject
    @Identified
    ObjectStore identified;

    @Inject
    @Deidentified
    ObjectStore deidentified;

    private final MagneticResonance images = new MagneticResonance();
    private final String profile = "p" + UUID.randomUUID();
    private String last = "";
    private UUID study;
    private UUID series;

    @BeforeEach
    void receiveSeries() throws IOException {
        Fixtures.Series received = fixtures.series("MR", 0);
        study = received.study();
        series = received.series();
        for (DataSet slice : images.slices(SLICES)) {
            receive(slice);
        }
    }

    @Test
    void aSeriesIsReleasedTogetherWithEvidenceThatHoldsNoValue() {
        DeidentifiedSeries staged = stage("basic");
        assertThat(states("basic")).containsExactly("1 RUNNING");
        assertThat(released(staged)).isZero();
        deidentifier.release(staged, Optional.empty());
        assertThat(states("basic")).containsExactly("1 RELEASED");
        assertThat(released(staged)).isEqualTo(SLICES);
        List<String> evidence = sql.list(
                "select actions::text || deidentified_instance::text as evidence from deidentified_instance where record_id = ?",
                row -> row.text("evidence"),
                staged.record());
        assertThat(evidence).hasSize(SLICES).allSatisfy(row -> assertThat(row)
                .contains("PSEUDONYM", "REPLACE_UID", "(0010,0030)")
                .doesNotContain("Zebediah", MagneticResonance.PATIENT_ID, "ACC-0815", "Invented", "19500607")
                .doesNotContain(images.studyUid, images.seriesUid));
    }

    @Test
    void theSiteHasAnotherPseudonymInEachProject() {
        DataSet original =
                DataSet.builder().put(Tag.InstitutionName, "Invented Hospital").build();
        addVersion("project-" + UUID.randomUUID(), "[]");

        assertThat(sites.of(original, "basic")).isPresent().isEqualTo(sites.of(original, "basic+pixels"));
        assertThat(sites.of(original, profile)).isPresent().isNotEqualTo(sites.of(original, "basic"));
    }

    @Test
    void theFingerprintsOfAValueAreThoseOfItsAttributeInThisStudy() {
        DeidentifiedSeries staged = stage("basic");
        assertThat(fingerprints(staged, "(0010,0010)", "before")).hasSize(1);
        assertThat(fingerprints(staged, "(0010,0010)", "after"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(fingerprints(staged, "(0010,0010)", "before"));
        assertThat(fingerprints(staged, "(0008,0018)", "before")).hasSize(SLICES);
        assertThat(fingerprints(staged, "(0012,0062)", "before")).isEmpty();
    }

    @Test
    void copiesThatAnErasureCutOffAreMadeAgain() {
        DeidentifiedSeries first = stage("basic");
        deidentifier.release(first, Optional.empty());
        sql.update("""
                update deidentified_instance set object_id = 'erased', pseudonymous_sop_instance_uid = null,
                    pseudonymous_series_instance_uid = null, pseudonymous_study_instance_uid = null where record_id = ?
                """, first.record());

        DeidentifiedSeries again = stage("basic");
        assertThat(again).isEqualTo(first);
        assertThat(released(again)).isZero();
        deidentifier.release(again, Optional.empty());
        assertThat(released(again)).isEqualTo(SLICES);
    }

    @Test
    void aSecondExecutionFindsWhatTheFirstHasStaged() {
        DeidentifiedSeries first = stage("basic");
        sql.update(
                "delete from deidentified_instance where record_id = ? and instance_id = (select id from instance"
                        + " where series_id = ? and sop_instance_uid = (select max(sop_instance_uid) from instance where series_id = ?))",
                first.record(),
                series,
                series);
        List<String> before = made(first);
        DeidentifiedSeries second = stage("basic");
        assertThat(second).isEqualTo(first);
        assertThat(before).hasSize(SLICES - 1);
        assertThat(made(second)).hasSize(SLICES).containsAll(before);
    }

    @Test
    void oneRefusedInstanceHoldsTheWholeSeriesBack() throws IOException {
        DeidentifiedSeries staged = stage("basic");
        receive(images.slice(SLICES).put(Tag.BurnedInAnnotation, "YES").build());
        assertThatThrownBy(() -> stage("basic"))
                .isInstanceOf(RoentgenException.class)
                .hasMessageContaining("1 of 5 instances")
                .hasMessageContaining("(0028,0301)");
        assertThat(states("basic")).containsExactly("1 REFUSED");
        assertThat(sql.list(
                        "select state || ' ' || cause_message as text from deidentified_instance where record_id = ?",
                        row -> row.text("text"),
                        staged.record()))
                .singleElement()
                .asString()
                .startsWith("REFUSED (0028,0301)");
        for (InstanceReference copy : staged.instances()) {
            assertThat(deidentified.contains(copy.object())).isFalse();
        }
    }

    @Test
    void anImageInDoubtIsReleasedAsAPersonDecided() throws IOException {
        receive(images.slice(SLICES).put(Tag.BurnedInAnnotation, "YES").build());
        assertThatThrownBy(() -> stage("basic+pixels"))
                .isInstanceOf(RoentgenException.class)
                .hasMessageContaining("a person has to look");
        UUID instance = sql.first("""
                        select instance_id from deidentified_instance join deidentification_record r on r.id = record_id
                        where r.series_id = ? and doubtful
                        """, row -> row.uuid("instance_id"), series).orElseThrow();
        sql.update("""
                insert into pixel_decision (instance_id, regions, decided_by)
                values (?, '[{"x": 2, "y": 1, "width": 3, "height": 4}]', 'reviewer')
                """, instance);
        DeidentifiedSeries staged = stage("basic+pixels");
        assertThat(sql.list(
                        "select instance_id || ' ' || reviewer || ' ' || jsonb_array_length(regions) as text"
                                + " from deidentified_instance where record_id = ? and reviewer is not null",
                        row -> row.text("text"),
                        staged.record()))
                .containsExactly(instance + " reviewer 1");
        deidentifier.release(staged, Optional.empty());
        assertThat(states("basic+pixels")).containsExactly("1 RELEASED");
    }

    @Test
    void aRefusedSeriesIsTakenUpAgainWhenItsCauseIsGone() throws IOException {
        receive(images.slice(SLICES).put(Tag.BurnedInAnnotation, "YES").build());
        assertThatThrownBy(() -> stage("basic")).isInstanceOf(RoentgenException.class);
        sql.update("update instance set origin = 'DERIVED' where series_id = ? and object_id = ?", series, last);
        deidentifier.release(stage("basic"), Optional.empty());
        assertThat(states("basic")).containsExactly("1 RELEASED");
    }

    @Test
    void aNewVersionOfAProfileSupersedesTheOlderCopies() throws IOException {
        addVersion("[]");
        DeidentifiedSeries first = stage(profile);
        deidentifier.release(first, Optional.empty());
        addVersion("[{\"tag\": \"PatientSex\", \"action\": \"REMOVE\", \"reason\": \"a test\"}]");
        DeidentifiedSeries second = stage(profile);
        assertThat(states(profile)).containsExactly("1 RELEASED", "2 RUNNING");
        deidentifier.release(second, Optional.empty());
        assertThat(states(profile)).containsExactly("1 SUPERSEDED", "2 RELEASED");
        assertThat(second.seriesInstanceUid()).isEqualTo(first.seriesInstanceUid());
        assertThat(deidentified.contains(first.instances().getFirst().object())).isTrue();
        DataSet copy = DicomFile.read(
                        deidentified.file(second.instances().getFirst().object()))
                .dataSet();
        assertThat(copy.contains(Tag.PatientSex)).isFalse();
        assertThat(copy.string(Tag.DeidentificationMethod)).hasValue("Roentgen profile " + profile + " version 2");
    }

    @Test
    void anOlderVersionThatEndsLateIsSupersededAtOnce() {
        addVersion("[]");
        DeidentifiedSeries late = stage(profile);
        addVersion("[{\"tag\": \"PatientSex\", \"action\": \"REMOVE\", \"reason\": \"a test\"}]");
        deidentifier.release(stage(profile), Optional.empty());
        deidentifier.release(late, Optional.empty());
        assertThat(states(profile)).containsExactly("1 SUPERSEDED", "2 RELEASED");
    }

    @Test
    void anExchangedKeyFileIsRefusedUntilTheProjectHasANewKey() throws Exception {
        String project = "project-" + UUID.randomUUID();
        addVersion(project, "[]");
        stage(profile);
        sql.update("update deidentification_record set key_id = 'ofanotherfile' where project = ?", project);

        assertThatThrownBy(() -> stage(profile))
                .isInstanceOf(RoentgenException.class)
                .hasMessageContaining("roentgen.pseudonym.key-file")
                .hasMessageContaining("put the former file back");
        rotateKey(project);
        assertThat(stage(profile).instances()).hasSize(SLICES);
    }

    @Test
    void aNewKeyOfTheProjectSupersedesTheCopiesUnderTheOlderOne() throws Exception {
        String project = "project-" + UUID.randomUUID();
        addVersion(project, "[]");
        DeidentifiedSeries first = stage(profile);
        deidentifier.release(first, Optional.empty());
        rotateKey(project);
        DeidentifiedSeries late = stage(profile);
        assertThat(stage(profile)).isEqualTo(late);
        rotateKey(project);
        DeidentifiedSeries newest = stage(profile);
        deidentifier.release(newest, Optional.empty());
        deidentifier.release(late, Optional.empty());
        assertThat(keyVersions()).containsExactly("1 SUPERSEDED", "2 SUPERSEDED", "3 RELEASED");
        assertThat(patientIds(List.of(first, late, newest))).doesNotHaveDuplicates();
        assertThat(crosswalk.originalUid(first.seriesInstanceUid()))
                .isEqualTo(crosswalk.originalUid(newest.seriesInstanceUid()));
    }

    @Test
    void copiesOfTwoProjectsCannotBeMatched() throws IOException {
        List<DeidentifiedSeries> copies = new ArrayList<>();
        for (String project : List.of("default", profile + "-a", profile + "-b")) {
            addVersion(project, "[]");
            copies.add(stage(profile));
        }
        assertThat(patientIds(copies)).doesNotHaveDuplicates();
        assertThat(copies).extracting(DeidentifiedSeries::seriesInstanceUid).doesNotHaveDuplicates();
        assertThat(patientIds(List.of(copies.getFirst()))).isEqualTo(patientIds(List.of(stage("basic"))));
    }

    @Test
    void aVersionThatWaitsForItsApprovalIsNotUsed() {
        addVersion("[]");
        profiles.add(
                profile,
                ProfileDefinition.read("{\"dates\": \"REMOVE\"}"),
                List.of("(0010,0010) PatientName"),
                "author");
        assertThat(stage(profile).profileVersion()).isEqualTo(1);
        assertThatThrownBy(() -> stage("unknown")).hasMessageContaining("'unknown'");
    }

    @Test
    void aRequestedStudyIsReleasedWhole() throws IOException {
        UUID other = addSeries("NO");
        UUID request = request();
        assertThat(requests.claim()).containsExactly(request);
        assertThat(requests.claim()).isEmpty();
        routes.sendBody("direct:deidentification-run", request);
        assertThat(state(request)).isEqualTo("COMPLETED");
        assertThat(states("basic")).containsExactly("1 RELEASED");
        series = other;
        assertThat(states("basic")).containsExactly("1 RELEASED");
    }

    @Test
    void noSeriesOfARequestedStudyIsReleasedIfOneIsRefused() throws IOException {
        UUID refused = addSeries("YES");
        UUID request = request();
        requests.claim();
        routes.sendBody("direct:deidentification-run", request);
        assertThat(state(request)).isEqualTo("REFUSED");
        assertThat(sql.list(
                        "select 1 from deidentified_instance join deidentification_record record on record.id = record_id"
                                + " where study_id = ? and deidentified_instance.state = 'DONE'",
                        _ -> 1,
                        study))
                .isEmpty();
        assertThat(sql.list(
                        "select code from quarantine where origin = ?",
                        row -> row.text("code"),
                        "de-identification request " + request))
                .containsExactly("DEIDENTIFICATION_REFUSED");
        series = refused;
        assertThat(states("basic")).containsExactly("1 REFUSED");
    }

    private void receive(DataSet slice) throws IOException {
        receive(series, slice);
    }

    private void receive(UUID target, DataSet slice) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DicomFile.of(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        last = identified.put(file.toByteArray()).value();
        fixtures.addInstance(target, slice.string(Tag.SOPInstanceUID, ""), last);
    }

    /** Another series of the study, of one instance. */
    private UUID addSeries(String burnedIn) throws IOException {
        UUID added = UUID.randomUUID();
        MagneticResonance other = new MagneticResonance();
        sql.update(
                "insert into series (id, study_id, series_instance_uid, modality) values (?, ?, ?, 'MR')",
                added,
                study,
                other.seriesUid);
        receive(added, other.slice(0).put(Tag.BurnedInAnnotation, burnedIn).build());
        return added;
    }

    private DeidentifiedSeries stage(String name) {
        return deidentifier.stage(series, instances.of(series), name);
    }

    private void addVersion(String overrides) {
        addVersion("default", overrides);
    }

    private void addVersion(String project, String overrides) {
        String decisions = "{\"project\": \"%s\", \"options\": [], \"dates\": \"REMOVE\", \"overrides\": %s}"
                .formatted(project, overrides);
        profiles.add(profile, ProfileDefinition.read(decisions), List.of(), "author");
    }

    private UUID request() {
        sql.update("delete from deidentification_request");
        UUID request = UUID.randomUUID();
        sql.update("""
                insert into deidentification_request (id, study_id, profile, state, requested_by)
                values (?, ?, 'basic', 'PENDING', 'test')
                """, request, study);
        return request;
    }

    private String state(UUID request) {
        return sql.first("select state from deidentification_request where id = ?", row -> row.text("state"), request)
                .orElseThrow();
    }

    private List<String> states(String name) {
        return sql.list("""
                select profile_version || ' ' || state as state from deidentification_record
                where series_id = ? and profile = ? order by profile_version
                """, row -> row.text("state"), series, name);
    }

    /** As the platform does it, for the workflow itself may not. */
    private static void rotateKey(String project) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                PreparedStatement next = connection.prepareStatement("""
                        insert into project_key (project, version, reason, created_by)
                        select ?, coalesce(max(version), 1) + 1, 'a test', 'author' from project_key where project = ?
                        """)) {
            next.setString(1, project);
            next.setString(2, project);
            next.execute();
        }
    }

    private List<String> keyVersions() {
        return sql.list("""
                select key_version || ' ' || state as state from deidentification_record
                where series_id = ? and profile = ? order by key_version
                """, row -> row.text("state"), series, profile);
    }

    private List<String> patientIds(List<DeidentifiedSeries> copies) throws IOException {
        List<String> ids = new ArrayList<>();
        for (DeidentifiedSeries copy : copies) {
            ids.add(DicomFile.read(deidentified.file(copy.instances().getFirst().object()))
                    .dataSet()
                    .string(Tag.PatientID, ""));
        }
        return ids;
    }

    private int released(DeidentifiedSeries staged) {
        return sql.list("select 1 from deidentified_instance where record_id = ? and released", _ -> 1, staged.record())
                .size();
    }

    private List<String> made(DeidentifiedSeries staged) {
        return new ArrayList<>(sql.list(
                "select instance_id || ' ' || created_at as made from deidentified_instance where record_id = ?",
                row -> row.text("made"),
                staged.record()));
    }

    private List<String> fingerprints(DeidentifiedSeries staged, String path, String which) {
        return sql.list("""
                select distinct action ->> ? as fingerprint from deidentified_instance
                cross join jsonb_array_elements(actions) action
                where record_id = ? and action ->> 'path' = ? and action ->> ? is not null
                """, row -> row.text("fingerprint"), which, staged.record(), path, which);
    }
}
