package org.roentgen.workflow.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.domain.JobId;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.event.InferenceCompleted;
import org.roentgen.domain.event.JobFailed;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.inference.InferenceResult;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.inference.LabelMapReference;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.job.JobEvents;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.PipelineVersion;
import org.roentgen.workflow.pipeline.RunStarter;
import org.roentgen.workflow.pipeline.StepCompletion;
import org.roentgen.workflow.pipeline.StepOutcome;
import org.roentgen.workflow.pipeline.StepQueue;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.QuietSchedules;

/** A version in the stage SHADOW beside the version in production. */
@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class ShadowRunsTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Sql sql;

    @Inject
    Json json;

    @Inject
    RunStarter runs;

    @Inject
    StepQueue queue;

    @Inject
    StepCompletion completion;

    @Inject
    JobEvents events;

    @Inject
    @Deidentified
    ObjectStore objects;

    private final String model = "model-" + UUID.randomUUID();
    private final ModelVersionId production = ModelVersionId.random();
    private final ModelVersionId shadow = ModelVersionId.random();
    private final InferenceJob job = new InferenceJob(
            Job.SCHEMA_VERSION,
            JobId.random(),
            Priority.STAT,
            production,
            new ObjectId("0".repeat(64)),
            List.of(new InstanceReference("2.25.1", new ObjectId("1".repeat(64)))));
    private UUID run;

    @BeforeEach
    void waitForTheJobOfProduction() {
        sql.update("update pipeline_run set state = 'FAILED'");
        fixtures.productionModel(model, production);
        fixtures.version(model, shadow, 2, "SHADOW");
        fixtures.version(model, ModelVersionId.random(), 3, "CANDIDATE");
        PipelineVersion pipeline = fixtures.pipeline("shadow-" + UUID.randomUUID(), """
                {"match": {"modality": ["MR"]},
                 "steps": [{"kind":"DEIDENTIFY"}, {"kind":"INFER","model":"%s"}, {"kind":"RELINK"}, {"kind":"REVIEW"},
                           {"kind":"DELIVER","destination":"pacs"}]}
                """.formatted(model));
        Fixtures.Series series = fixtures.series("MR", 3);
        run = runs.start(pipeline, series.study(), series.series()).orElseThrow();
        completion.finish(claim(), new StepOutcome.Completed(Map.of()));
        completion.finish(claim(), new StepOutcome.AwaitJob(job));
    }

    @Test
    void theShadowIsAskedOnceAfterProductionAndBehindEverythingElse() {
        assertThat(shadowJobs()).isEmpty();
        InferenceCompleted completed = classified(job.jobId(), production, 0.9, 0.1);
        events.persist(completed);
        events.persist(completed);
        assertThat(shadowJobs()).singleElement().satisfies(asked -> {
            assertThat(asked.modelVersion()).isEqualTo(shadow);
            assertThat(asked.priority()).isEqualTo(Priority.BACKGROUND);
            assertThat(asked.instances()).isEqualTo(job.instances());
        });
        assertThat(stateOf(StepKind.RELINK)).isEqualTo("READY");
    }

    @Test
    void aShadowThatFailsHoldsNothingUp() {
        events.persist(classified(job.jobId(), production, 0.9, 0.1));
        events.persist(new JobFailed(
                shadowJobs().getFirst().jobId(), Instant.now(), new Cause(ErrorCode.INTERNAL_ERROR, "no memory")));
        assertThat(stateOf(StepKind.INFER)).isEqualTo("COMPLETED");
        assertThat(stateOf(StepKind.RELINK)).isEqualTo("READY");
        assertThat(sql.list("select state from pipeline_run where id = ?", row -> row.text("state"), run))
                .containsExactly("RUNNING");
        assertThat(sql.list("""
                        select job.state || ' ' || cause_message as outcome from shadow_result join job on job.id = job_id
                        where shadow_result.run_id = ? and agrees is null
                        """, row -> row.text("outcome"), run)).containsExactly("FAILED no memory");
    }

    @Test
    void aShadowThatCannotBeQueuedHoldsNothingUp() {
        sql.update("update job set payload = '{}' where id = ?", job.jobId().value());
        events.persist(classified(job.jobId(), production, 0.9, 0.1));
        assertThat(shadowJobs()).isEmpty();
        assertThat(stateOf(StepKind.INFER)).isEqualTo("COMPLETED");
        assertThat(stateOf(StepKind.RELINK)).isEqualTo("READY");
    }

    @Test
    void aFailureOfProductionAsksNoShadow() {
        events.persist(new JobFailed(job.jobId(), Instant.now(), new Cause(ErrorCode.INTERNAL_ERROR, "no memory")));
        assertThat(shadowJobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CLASSIFICATION,              0.9, 0.1, 0.6, 0.4, true,  0.7",
        "CLASSIFICATION,              0.6, 0.4, 0.4, 0.6, false, 0.8",
        "MULTI_LABEL_CLASSIFICATION,  0.9, 0.7, 0.8, 0.6, true,  0.9",
        "MULTI_LABEL_CLASSIFICATION,  0.9, 0.6, 0.9, 0.4, false, 0.8"
    })
    void classesAndFindingsAreCompared(
            String task, double first, double second, double third, double fourth, boolean agrees, double agreement) {
        sql.update("update model set task = ? where name = ?", task, model);
        events.persist(classified(job.jobId(), production, first, second));
        events.persist(classified(shadowJobs().getFirst().jobId(), shadow, third, fourth));
        assertThat(outcomes()).containsExactly("%s %.3f".formatted(agrees, agreement));
        assertThat(stateOf(StepKind.RELINK)).isEqualTo("READY");
        assertThat(sql.list("select 1 from inference_result where run_id = ?", _ -> 1, run))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SHADOW_FINDING_PRESENT, 0.65, 0.7, 0.6, false",
        "SHADOW_FINDING_PRESENT, 0.55, 0.7, 0.6, true",
        "SHADOW_FINDING_PRESENT, 0.3,  0.4, 0.6, true",
        "SHADOW_SAME_MASK,       0.9,  0.4, 0.6, false"
    })
    void theLimitOfFindingsIsThatOfTheRules(String kind, double limit, double first, double second, boolean agrees) {
        sql.update("update model set task = 'MULTI_LABEL_CLASSIFICATION' where name = ?", model);
        rule(kind, limit);
        events.persist(classified(job.jobId(), production, 0.1, first));
        events.persist(classified(shadowJobs().getFirst().jobId(), shadow, 0.1, second));
        assertThat(outcomes()).singleElement().asString().startsWith(agrees + " ");
    }

    @ParameterizedTest
    @CsvSource({"0.85, true", "0.86, false"})
    void theLimitOfMasksIsThatOfTheRules(double limit, boolean agrees) throws IOException {
        rule("SHADOW_SAME_MASK", limit);
        events.persist(segmented(job.jobId(), production, Map.of("Anterior", 1), 1, 1, 1, 1));
        events.persist(segmented(shadowJobs().getFirst().jobId(), shadow, Map.of("Anterior", 1), 1, 1, 1, 0));
        assertThat(outcomes()).containsExactly("%s %.3f".formatted(agrees, 6.0 / 7));
    }

    private void rule(String kind, double limit) {
        String rules = "[{\"kind\": \"CARD_FILLED\"}, {\"kind\": \"%s\", \"value\": %s}]".formatted(kind, limit);
        sql.update("update model set promotion_rules = ?::jsonb where name = ?", rules, model);
    }

    @Test
    void masksAreComparedByTheNamesOfTheirLabels() throws IOException {
        events.persist(segmented(
                job.jobId(), production, Map.of("Anterior", 1, "Posterior", 2, "Left out", 3), 1, 1, 1, 1, 2, 2, 0, 0));
        events.persist(segmented(
                shadowJobs().getFirst().jobId(),
                shadow,
                Map.of("Anterior", 2, "Posterior", 1),
                2,
                2,
                2,
                0,
                1,
                0,
                0,
                1));
        assertThat(sql.list("""
                        select by_label::text as dice from shadow_result where run_id = ?
                        """, row -> json.read(row.text("dice"), Map.class), run))
                .containsExactly(Map.of("Anterior", 6.0 / 7, "Posterior", 0.5, "Left out", 1.0));
        assertThat(outcomes()).containsExactly("false %.3f".formatted((6.0 / 7 + 0.5 + 1) / 3));
    }

    @Test
    void resultsThatCannotBeComparedSayWhy() throws IOException {
        events.persist(segmented(job.jobId(), production, Map.of("Anterior", 1), 1, 1, 1, 1));
        events.persist(segmented(shadowJobs().getFirst().jobId(), shadow, Map.of("Anterior", 1), 1, 1));
        assertThat(sql.list("select refusal from shadow_result where run_id = ?", row -> row.text("refusal"), run))
                .containsExactly("The two label maps do not lie on the same planes");
    }

    private ClaimedStep claim() {
        return queue.claim(1).getFirst();
    }

    private List<InferenceJob> shadowJobs() {
        return sql.list(
                "select payload from job join shadow_result on job_id = job.id where run_id = ? and state = 'PENDING'",
                row -> (InferenceJob) json.read(row.text("payload"), Job.class),
                run);
    }

    private List<String> outcomes() {
        return sql.list(
                "select agrees, agreement::text as agreement from shadow_result where run_id = ?",
                row -> "%s %.3f".formatted(row.flag("agrees"), Double.parseDouble(row.text("agreement"))),
                run);
    }

    private String stateOf(StepKind kind) {
        return sql.first(
                        "select state from pipeline_step where run_id = ? and kind = ?",
                        row -> row.text("state"),
                        run,
                        kind)
                .orElseThrow();
    }

    private static InferenceCompleted classified(JobId job, ModelVersionId version, double first, double second) {
        return new InferenceCompleted(
                job,
                Instant.now(),
                new InferenceResult(
                        version,
                        List.of(
                                new Finding("normal", Optional.empty(), "probability", first, "1"),
                                new Finding("pneumonia", Optional.empty(), "probability", second, "1")),
                        Optional.empty(),
                        "cpu",
                        Map.of(),
                        12));
    }

    /** A label map of two voxels for each plane. */
    private InferenceCompleted segmented(JobId job, ModelVersionId version, Map<String, Integer> labels, int... voxels)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int voxel : voxels) {
                gzip.write(voxel);
            }
        }
        List<String> planes = new ArrayList<>();
        for (int plane = 0; plane < voxels.length / 2; plane++) {
            planes.add("2.25." + plane);
        }
        LabelMapReference map = new LabelMapReference(
                objects.put(bytes.toByteArray()),
                planes.size(),
                1,
                2,
                planes,
                labels.entrySet().stream()
                        .map(label -> new LabelDefinition(label.getValue(), label.getKey(), Optional.empty()))
                        .toList());
        return new InferenceCompleted(
                job, Instant.now(), new InferenceResult(version, List.of(), Optional.of(map), "cpu", Map.of(), 12));
    }
}
