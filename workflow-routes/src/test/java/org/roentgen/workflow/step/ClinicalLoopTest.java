package org.roentgen.workflow.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.DicomServer;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.PartTenStream;
import org.roentgen.dicom.network.service.StorageService;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.event.InferenceCompleted;
import org.roentgen.domain.event.JobStarted;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.inference.InferenceResult;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.inference.LabelMapReference;
import org.roentgen.domain.job.Destinations;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.ingest.DimseReceiver;
import org.roentgen.workflow.support.Await;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.MagneticResonance;
import org.roentgen.workflow.support.Scanner;
import org.roentgen.workflow.support.Worker;

/** The clinical loop with every route running: from a scanner's C-STORE to the result at a destination. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class ClinicalLoopTest {
    private static final int SLICES = 6;
    private static final int PLANE = MagneticResonance.ROWS * MagneticResonance.COLUMNS;

    @Inject
    DimseReceiver receiver;

    @Inject
    Fixtures fixtures;

    @Inject
    Worker worker;

    @Inject
    Sql sql;

    @Inject
    @Identified
    ObjectStore identified;

    @Inject
    @Deidentified
    ObjectStore deidentified;

    private final MagneticResonance series = new MagneticResonance();
    private final String model = "model-" + UUID.randomUUID();
    private final ModelVersionId modelVersion = ModelVersionId.random();
    private final String destination = "pacs-" + UUID.randomUUID();
    private final Map<String, DataSet> delivered = new ConcurrentHashMap<>();
    private Scanner scanner;

    @BeforeEach
    void configure() throws IOException {
        sql.update("update pipeline set active_version_id = null");
        fixtures.source("SCANNER1");
        scanner = new Scanner(receiver.port().orElseThrow(), "SCANNER1");
        fixtures.productionModel(model, modelVersion);
        fixtures.pipeline("loop-" + UUID.randomUUID(), """
                {"match": {"modality": ["MR"], "seriesDescription": "^hippocampus", "minimumInstances": 3},
                 "steps": [{"kind":"QUALITY_GATE","minimumSlices":3}, {"kind":"DEIDENTIFY","profile":"basic"},
                           {"kind":"INFER","model":"%s","priority":"STAT"}, {"kind":"RELINK"}, {"kind":"REVIEW"},
                           {"kind":"DELIVER","destination":"%s"}]}
                """.formatted(model, destination));
    }

    @Test
    void aSeriesIsSegmentedReviewedAndDelivered() throws Exception {
        try (DicomServer archive = destination()) {
            fixtures.destination(destination, archive.port());
            assertThat(scanner.send(shuffled(series.slices(SLICES)))).containsOnly(DimseStatus.SUCCESS);
            InferenceJob job = takeJob();
            assertThat(job.priority()).isEqualTo(Priority.STAT);
            assertThat(job.instances()).hasSize(SLICES);
            assertNoIdentity(job);
            assertThat(sql.list("""
                            select record.state || ' ' || count(*) as summary from deidentification_record record
                            join deidentified_instance on record_id = record.id and released
                            where run_id = ? and profile = 'basic' group by record.state
                            """, row -> row.text("summary"), run())).containsExactly("RELEASED " + SLICES);
            InferenceCompleted result = segment(job);
            worker.say(new JobStarted(job.jobId(), Instant.now(), "w", "cpu", 0));
            worker.say(result);
            worker.say(result);
            Await.until(() -> runState().equals("WAITING_FOR_REVIEW"));
            assertArchived();
            accept();
            Await.until(() -> runState().equals("COMPLETED"));
            assertThat(delivered).hasSize(2);
            assertThat(sql.list(
                            "select software ->> 'onnxruntime' as version from inference_result where run_id = ?",
                            row -> row.text("version"),
                            run()))
                    .containsExactly("1.29.0");
            assertThat(sql.list("select state from delivery where run_id = ?", row -> row.text("state"), run()))
                    .containsExactly("DELIVERED", "DELIVERED");
            assertThat(audited("study.receive", "object_id", series.studyUid)).isEqualTo(1);
            assertThat(audited("result.deliver", "details ->> 'run'", run().toString()))
                    .isEqualTo(2);
        }
    }

    @Test
    void aShadowRunsOnTheSameStudyAndIsNeitherReadNorDelivered() throws Exception {
        ModelVersionId shadow = ModelVersionId.random();
        fixtures.version(model, shadow, 2, "SHADOW");
        try (DicomServer archive = destination()) {
            fixtures.destination(destination, archive.port());
            scanner.send(series.slices(SLICES));
            InferenceJob job = takeJob();
            worker.say(segment(job));
            Await.until(() -> runState().equals("WAITING_FOR_REVIEW"));
            InferenceJob asked = takeJob(shadow);
            assertThat(asked.instances()).isEqualTo(job.instances());
            accept();
            Await.until(() -> runState().equals("COMPLETED"));
            worker.say(segment(asked));
            Await.until(() -> sql.list("select 1 from shadow_result where agrees and run_id = ?", _ -> 1, run())
                            .size()
                    == 1);
            assertThat(derived()).isEqualTo(2);
            assertThat(delivered).hasSize(2);
            assertThat(sql.list(
                            "select model_version_id from inference_result where run_id = ?",
                            row -> row.uuid("model_version_id"),
                            run()))
                    .containsExactly(modelVersion.value());
        }
    }

    @Test
    void aSeriesWithAMissingSliceStopsWithAReasonForTheWorklist() throws Exception {
        List<DataSet> slices = new ArrayList<>(series.slices(SLICES));
        slices.remove(3);
        scanner.send(slices);
        Await.until(() -> runState().equals("STOPPED"));
        assertThat(sql.first(
                        "select cause_message from pipeline_run where id = ?", row -> row.text("cause_message"), run()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("missing"));
    }

    @Test
    void aSeriesWithBurnedInTextNeverReachesTheDeidentifiedZone() throws Exception {
        List<DataSet> slices = new ArrayList<>(series.slices(SLICES - 1));
        slices.add(series.slice(SLICES - 1).put(Tag.BurnedInAnnotation, "YES").build());
        scanner.send(slices);
        Await.until(() -> runState().equals("FAILED"));
        assertThat(sql.list(
                        "select code from quarantine where study_instance_uid = ?",
                        row -> row.text("code"),
                        series.studyUid))
                .containsExactly("DEIDENTIFICATION_REFUSED");
    }

    @Test
    void aDestinationThatIsAwayGetsTheResultWhenItIsBack() throws Exception {
        fixtures.destination(destination, 1);
        scanner.send(series.slices(SLICES));
        InferenceJob job = takeJob();
        worker.say(segment(job));
        Await.until(() -> runState().equals("WAITING_FOR_REVIEW"));
        accept();
        Await.until(() -> sql.list("select 1 from delivery where run_id = ? and attempts > 0", _ -> 1, run())
                        .size()
                == 2);
        try (DicomServer archive = destination()) {
            sql.update("update destination set port = ? where name = ?", archive.port(), destination);
            Await.until(() -> runState().equals("COMPLETED"));
            assertThat(delivered).hasSize(2);
        }
    }

    @Test
    void relinkingAgainAfterACrashFindsItsObjects() throws Exception {
        scanner.send(series.slices(SLICES));
        InferenceJob job = takeJob();
        worker.say(segment(job));
        Await.until(() -> runState().equals("WAITING_FOR_REVIEW"));
        int before = derived();
        sql.update("update pipeline_step set state = 'PENDING' where run_id = ? and kind = 'REVIEW'", run());
        sql.update("update pipeline_step set state = 'READY' where run_id = ? and kind in ('RELINK')", run());
        sql.update("update pipeline_run set state = 'RUNNING' where id = ?", run());
        Await.until(() -> runState().equals("WAITING_FOR_REVIEW"));
        assertThat(derived()).isEqualTo(before).isEqualTo(2);
    }

    private InferenceJob takeJob() {
        return takeJob(modelVersion);
    }

    /** The job of a version of this test's model; those of other tests' runs are dropped. */
    private InferenceJob takeJob(ModelVersionId version) {
        while (true) {
            InferenceJob job =
                    (InferenceJob) worker.take(Destinations.INFERENCE_JOBS).job();
            if (job.modelVersion().equals(version)) {
                return job;
            }
        }
    }

    private int audited(String action, String column, String value) {
        return sql.list("select 1 from audit_event where action = ? and " + column + " = ?", _ -> 1, action, value)
                .size();
    }

    private int derived() {
        return sql.list("""
                        select 1 from instance join series on series.id = instance.series_id
                        join study on study.id = series.study_id
                        where study_instance_uid = ? and origin = 'DERIVED'
                        """, _ -> 1, series.studyUid).size();
    }

    private DicomServer destination() throws IOException {
        return DicomServer.builder("PACS")
                .service(StorageService.of((request, dataSet) -> {
                    DicomFile file = DicomFile.read(PartTenStream.of(request, dataSet), ReadOptions.STRICT);
                    delivered.put(request.sopInstanceUid(), file.dataSet());
                    return DimseStatus.SUCCESS;
                }))
                .start();
    }

    private void assertNoIdentity(InferenceJob job) throws IOException {
        for (InstanceReference instance : job.instances()) {
            String bytes = new String(deidentified.read(instance.object()), StandardCharsets.ISO_8859_1);
            assertThat(bytes)
                    .doesNotContain("Zebediah", MagneticResonance.PATIENT_ID, "ACC-0815", "Invented")
                    .doesNotContain(series.studyUid, series.seriesUid);
        }
    }

    /** Labels every voxel of the plane of instance n with 2 for its first n + 1 pixels, and 5 for the last one. */
    private InferenceCompleted segment(InferenceJob job) throws IOException {
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(labels)) {
            for (InstanceReference instance : job.instances()) {
                byte[] plane = new byte[PLANE];
                DataSet image =
                        DicomFile.read(deidentified.file(instance.object())).dataSet();
                int index = (int) (image.decimals(Tag.ImagePositionPatient)[2] / 2);
                Arrays.fill(plane, 0, index + 1, (byte) 2);
                plane[PLANE - 1] = 5;
                gzip.write(plane);
            }
        }
        List<LabelDefinition> definitions = List.of(
                new LabelDefinition(5, "Posterior", Optional.empty()),
                new LabelDefinition(2, "Anterior", Optional.empty()));
        LabelMapReference map = new LabelMapReference(
                deidentified.put(labels.toByteArray()),
                SLICES,
                MagneticResonance.ROWS,
                MagneticResonance.COLUMNS,
                job.instances().stream().map(InstanceReference::sopInstanceUid).toList(),
                definitions);
        return new InferenceCompleted(
                job.jobId(),
                Instant.now(),
                new InferenceResult(
                        job.modelVersion(),
                        List.of(
                                new Finding("Anterior", Optional.empty(), "volume", 0.042, "ml"),
                                new Finding("Posterior", Optional.empty(), "volume", 0.012, "ml")),
                        Optional.of(map),
                        "cpu",
                        Map.of("onnxruntime", "1.29.0"),
                        12));
    }

    private void assertArchived() throws IOException {
        List<String> objects = sql.list("""
                select instance.object_id from instance join series on series.id = instance.series_id
                join study on study.id = series.study_id
                where study.study_instance_uid = ? and instance.origin = 'DERIVED' order by series.modality
                """, row -> row.text("object_id"), series.studyUid);
        assertThat(objects).hasSize(2);
        DataSet segmentation =
                DicomFile.read(identified.file(new ObjectId(objects.get(0)))).dataSet();
        DataSet report =
                DicomFile.read(identified.file(new ObjectId(objects.get(1)))).dataSet();
        assertThat(segmentation.string(Tag.Modality)).contains("SEG");
        assertThat(report.string(Tag.Modality)).contains("SR");
        assertThat(segmentation.string(Tag.PatientName)).contains(MagneticResonance.PATIENT_NAME);
        assertThat(anteriorPixelsBySlice(segmentation)).isEqualTo(Map.of(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6));
        assertThat(sql.list(
                        "select state from study where study_instance_uid = ?",
                        row -> row.text("state"),
                        series.studyUid))
                .containsExactly("COMPLETE");
    }

    /** Pixels of segment 1 by the index of the slice at whose position the frame lies. */
    private static Map<Integer, Integer> anteriorPixelsBySlice(DataSet segmentation) {
        byte[] data = segmentation.bytes(Tag.PixelData).orElseThrow();
        Map<Integer, Integer> pixels = new HashMap<>();
        List<DataSet> frames = segmentation.items(Tag.PerFrameFunctionalGroupsSequence);
        for (int frame = 0; frame < frames.size(); frame++) {
            int segment = frames.get(frame)
                    .item(Tag.SegmentIdentificationSequence)
                    .orElseThrow()
                    .integer(Tag.ReferencedSegmentNumber, 0);
            double z = frames.get(frame)
                    .item(Tag.PlanePositionSequence)
                    .orElseThrow()
                    .decimals(Tag.ImagePositionPatient)[2];
            int count = 0;
            for (int bit = frame * PLANE; bit < (frame + 1) * PLANE; bit++) {
                count += data[bit >> 3] >> (bit & 7) & 1;
            }
            if (segment == 1) {
                pixels.put((int) (z / 2), count);
            }
        }
        return pixels;
    }

    private static List<DataSet> shuffled(List<DataSet> slices) {
        List<DataSet> shuffled = new ArrayList<>(slices);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    /** What platform-api does when a reader accepts. */
    private void accept() {
        UUID run = run();
        fixtures.accept(run);
    }

    private UUID run() {
        return sql.first("""
                        select run.id from pipeline_run run join study on study.id = run.study_id
                        where study_instance_uid = ?
                        """, row -> row.uuid("id"), series.studyUid).orElseThrow();
    }

    private String runState() {
        return sql.first("""
                        select run.state from pipeline_run run join study on study.id = run.study_id
                        where study_instance_uid = ?
                        """, row -> row.text("state"), series.studyUid).orElse("none yet");
    }
}
