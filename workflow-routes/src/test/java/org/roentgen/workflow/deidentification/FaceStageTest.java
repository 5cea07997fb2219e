package org.roentgen.workflow.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.profile.ProfileDefinition;
import org.roentgen.store.profile.ProfileVersions;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.series.SeriesInstances;
import org.roentgen.workflow.series.StoredInstance;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.Head;
import org.roentgen.workflow.support.QuietSchedules;

/** Series of heads under a profile that takes faces away. */
@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class FaceStageTest {
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
    StudyRequests requests;

    @Inject
    ProducerTemplate routes;

    @Inject
    @Identified
    ObjectStore identified;

    @Inject
    @Deidentified
    ObjectStore deidentified;

    private final Head head = new Head();
    private final String profile = "faces" + UUID.randomUUID();
    private UUID study;
    private UUID series;

    @BeforeEach
    void addProfileAndSeries() {
        addProfile(profile);
        Fixtures.Series received = fixtures.series("MR", 0);
        study = received.study();
        series = received.series();
    }

    @Test
    void aHeadLosesItsFaceAndThePictureOfItStaysInTheIdentifiedZone() throws IOException {
        receive(head.slices());
        DeidentifiedSeries staged = stage(profile);
        deidentifier.release(staged, Optional.empty());

        assertThat(staged.instances()).hasSize(Head.SLICES);
        ObjectId picture = picture(staged.record()).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(identified.read(picture)))
                        .getHeight())
                .isGreaterThan(400);
        assertThat(deidentified.contains(picture)).isFalse();
        for (int slice = 0; slice < Head.SLICES; slice++) {
            checkCopy(
                    slice,
                    DicomFile.read(
                            deidentified.file(staged.instances().get(slice).object())));
        }
    }

    private void checkCopy(int slice, DicomFile copy) throws IOException {
        int[] after = PixelReader.of(copy).frame(0).toInts();
        int[] before = PixelReader.of(DicomFile.of(head.slice(slice).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .frame(0)
                .toInts();
        int darkest = Arrays.stream(after).min().orElseThrow();
        assertThat(copy.dataSet().string(Tag.RecognizableVisualFeatures)).hasValue("NO");
        for (int pixel = 0; pixel < after.length; pixel++) {
            if (Head.isNose(slice, pixel)) {
                assertThat(after[pixel]).as("nose").isEqualTo(darkest);
            }
            if (Head.y(pixel) > -20 || Head.z(slice) > 40) {
                assertThat(after[pixel]).as("brain").isEqualTo(before[pixel]);
            }
        }
    }

    @Test
    void aSecondExecutionTakesTheSameAway() throws IOException {
        receive(head.slices());
        DeidentifiedSeries first = stage(profile);
        Optional<ObjectId> picture = picture(first.record());
        sql.update(
                "delete from deidentified_instance where record_id = ? and instance_id in (select id from instance"
                        + " where series_id = ? order by sop_instance_uid limit 20)",
                first.record(),
                series);

        assertThat(stage(profile)).isEqualTo(first);
        assertThat(picture(first.record())).isEqualTo(picture).isPresent();
    }

    @Test
    void whereAllCopiesAreThereTheSeriesIsNotLookedAtAgain() throws IOException {
        receive(head.slices());
        DeidentifiedSeries first = stage(profile);
        sql.update("update deidentification_record set face_picture_object_id = null where id = ?", first.record());

        assertThat(stage(profile)).isEqualTo(first);
        assertThat(picture(first.record())).isEmpty();
    }

    @Test
    void aHeadWhoseFaceIsNotFoundIsRefusedAsAWhole() throws IOException {
        receive(head.slices().subList(30, 34));

        assertThatThrownBy(() -> stage(profile))
                .isInstanceOf(RoentgenException.class)
                .hasMessageContaining("4 of 4 instances")
                .hasMessageContaining("CLEAN_RECOGNIZABLE_VISUAL_FEATURES")
                .hasMessageContaining("slices (4,")
                .hasMessageContaining("no other series of the study")
                .hasMessageContaining("leave the series out");
        assertThat(sql.list(
                        "select state || coalesce(face_picture_object_id, '') as state from deidentification_record where series_id = ?",
                        row -> row.text("state"),
                        series))
                .containsExactly("REFUSED");
        assertThat(stage("basic").instances()).hasSize(4);
    }

    @Test
    void thePictureGoesWithTheCopiesUnlessAnotherRecordHasIt() throws IOException {
        receive(head.slices());
        String other = profile + "-other";
        addProfile(other);
        DeidentifiedSeries kept = stage(other);
        deidentifier.release(kept, Optional.empty());
        ObjectId picture = picture(kept.record()).orElseThrow();
        DeidentifiedSeries refused = stage(profile);
        assertThat(picture(refused.record())).contains(picture);
        sql.update(
                "update deidentification_record set face_picture_object_id = null where id not in (?, ?)",
                kept.record(),
                refused.record());

        deidentifier.discard(refused, "a test");
        assertThat(picture(refused.record())).isEmpty();
        assertThat(identified.contains(picture)).isTrue();
        sql.update("update deidentification_record set state = 'RUNNING' where id = ?", kept.record());
        deidentifier.discard(kept, "a test");
        assertThat(identified.contains(picture)).isFalse();
    }

    @Test
    void aRequestedStudyLosesItsFacesInLocalizersToo() throws IOException {
        UUID localizer = fixtures.addSeries(study, "MR");
        receive(localizer, head.localizer());
        receive(head.slices());
        UUID after = fixtures.addSeries(study, "MR");
        receive(after, head.localizer());
        sql.update("delete from deidentification_request");
        UUID request = UUID.randomUUID();
        sql.update("""
                insert into deidentification_request (id, study_id, profile, state, requested_by)
                values (?, ?, ?, 'PENDING', 'test')
                """, request, study, profile);
        assertThat(requests.claim()).containsExactly(request);
        routes.sendBody("direct:deidentification-run", request);

        assertThat(sql.list("""
                        select state from deidentification_record
                        where series_id in (?, ?, ?) and face_picture_object_id is not null
                        """, row -> row.text("state"), series, localizer, after))
                .containsExactly("RELEASED", "RELEASED", "RELEASED");
        assertThat(sql.list(
                        "select copy.object_id from deidentified_instance copy join instance on instance.id = copy.instance_id"
                                + " where series_id = ?",
                        row -> row.text("object_id"),
                        localizer))
                .hasSize(3)
                .allSatisfy(object -> assertThat(DicomFile.read(deidentified.file(new ObjectId(object)))
                                .dataSet()
                                .string(Tag.RecognizableVisualFeatures))
                        .hasValue("NO"));
    }

    private void addProfile(String name) {
        profiles.add(
                name,
                ProfileDefinition.read(
                        "{\"options\": [\"CLEAN_RECOGNIZABLE_VISUAL_FEATURES\"], \"dates\": \"REMOVE\", \"overrides\": []}"),
                List.of(),
                "author");
    }

    private void receive(List<DataSet> slices) throws IOException {
        receive(series, slices);
    }

    private void receive(UUID series, List<DataSet> slices) throws IOException {
        for (DataSet slice : slices) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DicomFile.of(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
            String object = identified.put(file.toByteArray()).value();
            fixtures.addInstance(series, slice.string(Tag.SOPInstanceUID, ""), object);
            sql.update(
                    "update instance set instance_number = ? where series_id = ? and sop_instance_uid = ?",
                    slice.integer(Tag.InstanceNumber, 0),
                    series,
                    slice.string(Tag.SOPInstanceUID, ""));
        }
    }

    private DeidentifiedSeries stage(String name) {
        List<StoredInstance> stored = instances.of(series);
        return deidentifier.stage(series, stored, name);
    }

    private Optional<ObjectId> picture(UUID record) {
        return sql.first(
                "select face_picture_object_id from deidentification_record where id = ? and face_picture_object_id is not null",
                row -> new ObjectId(row.text("face_picture_object_id")),
                record);
    }
}
