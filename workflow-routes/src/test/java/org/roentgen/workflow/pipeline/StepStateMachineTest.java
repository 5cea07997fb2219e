package org.roentgen.workflow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roentgen.domain.JobId;
import org.roentgen.domain.ModelVersionId;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.job.Job;
import org.roentgen.domain.job.Priority;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.support.BackingServices;
import org.roentgen.workflow.support.Fixtures;
import org.roentgen.workflow.support.QuietSchedules;

@QuarkusTest
@TestProfile(QuietSchedules.class)
@WithTestResource(BackingServices.class)
class StepStateMachineTest {
    private static final String FULL = """
            {"match": {"modality": ["MR"]},
             "steps": [{"kind":"QUALITY_GATE"}, {"kind":"DEIDENTIFY"}, {"kind":"INFER","model":"m"}, {"kind":"RELINK"},
                       {"kind":"REVIEW"}, {"kind":"DELIVER","destination":"pacs"}]}
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    Sql sql;

    @Inject
    StudyCompletion studies;

    @Inject
    RunStarter runs;

    @Inject
    StepQueue queue;

    @Inject
    StepCompletion completion;

    @Inject
    StepFailures failures;

    private PipelineVersion version;
    private Fixtures.Series series;
    private UUID run;

    @BeforeEach
    void startRun() {
        sql.update("update pipeline_run set state = 'FAILED'");
        version = fixtures.pipeline("state-machine-" + UUID.randomUUID(), FULL);
        series = fixtures.series("MR", 3);
        run = runs.start(version, series.study(), series.series()).orElseThrow();
    }

    @Test
    void aStepIsHandedOutOnceAndTheNextBecomesReadyWithItsCompletion() {
        ClaimedStep first = claimOne();
        assertThat(first.configuration().stepKind()).isEqualTo(StepKind.QUALITY_GATE);
        assertThat(queue.claim(10)).isEmpty();
        completion.finish(first, new StepOutcome.Completed(Map.of("planes", 3)));
        ClaimedStep second = claimOne();
        assertThat(second.configuration().stepKind()).isEqualTo(StepKind.DEIDENTIFY);
        assertThat(states()).containsExactly("COMPLETED", "RUNNING", "PENDING", "PENDING", "PENDING", "PENDING");
    }

    @ParameterizedTest
    @EnumSource(StepKind.class)
    void aStepOfADeadProcessIsHandedOutAgainAndTheLateResultOfTheFirstIsDropped(StepKind kind) {
        ClaimedStep first = reach(kind);
        sql.update("update pipeline_step set lease_until = now() - interval '1 second' where id = ?", first.id());
        queue.expireLeases();
        ClaimedStep second = claimOne();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempt()).isEqualTo(first.attempt() + 1);
        completion.finish(first, new StepOutcome.Completed("late"));
        assertThat(stateOf(kind)).isEqualTo("RUNNING");
        completion.finish(second, new StepOutcome.Completed("in time"));
        assertThat(stateOf(kind)).isEqualTo("COMPLETED");
    }

    @Test
    void aRenewedLeaseDoesNotExpire() {
        ClaimedStep step = claimOne();
        sql.update("update pipeline_step set lease_until = now() - interval '1 second' where id = ?", step.id());
        queue.renew(List.of(step));
        queue.expireLeases();
        assertThat(stateOf(StepKind.QUALITY_GATE)).isEqualTo("RUNNING");
    }

    @Test
    void aStepThatStopsTheServiceEachTimeBecomesADeadLetter() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            ClaimedStep step = claimOne();
            sql.update("update pipeline_step set lease_until = now() - interval '1 second' where id = ?", step.id());
            queue.expireLeases();
        }
        assertThat(stateOf(StepKind.QUALITY_GATE)).isEqualTo("DEAD_LETTER");
        assertThat(runState()).isEqualTo("FAILED");
    }

    @Test
    void aFailureOfTheOutsideIsTriedAgainWithGrowingDelayThenDead() {
        var cause = new Cause(ErrorCode.DELIVERY_FAILED, "no answer");
        failures.retry(claimOne(), cause);
        long first = delayMilliseconds();
        makeDue();
        failures.retry(claimOne(), cause);
        long second = delayMilliseconds();
        assertThat(first).isBetween(1L, 100L);
        assertThat(second).isBetween(101L, 200L);
        makeDue();
        failures.retry(claimOne(), cause);
        assertThat(stateOf(StepKind.QUALITY_GATE)).isEqualTo("DEAD_LETTER");
        assertThat(runState()).isEqualTo("FAILED");
    }

    @Test
    void aReplayedDeadLetterGetsEveryAttemptAgain() {
        failures.deadLetter(claimOne(), new Cause(ErrorCode.INTERNAL_ERROR, "defect"));
        replay();
        ClaimedStep again = claimOne();
        assertThat(again.attempt()).isEqualTo(2);
        failures.retry(again, new Cause(ErrorCode.DELIVERY_FAILED, "no answer"));
        assertThat(stateOf(StepKind.QUALITY_GATE)).isEqualTo("READY");
    }

    @Test
    void invalidInputEndsTheRunAndIsNamedInQuarantine() {
        failures.quarantine(claimOne(), new Cause(ErrorCode.DEIDENTIFICATION_REFUSED, "rule, value, fix"));
        assertThat(runState()).isEqualTo("FAILED");
        assertThat(sql.list(
                        "select message from quarantine where study_instance_uid = ?",
                        row -> row.text("message"),
                        Fixtures.uid(series.study())))
                .containsExactly("rule, value, fix");
    }

    @Test
    void aStoppedStepStopsTheRunWithItsReason() {
        completion.finish(
                claimOne(), new StepOutcome.Stopped(new Cause(ErrorCode.QUALITY_GATE_REJECTED, "slice 7 is missing")));
        assertThat(runState()).isEqualTo("STOPPED");
        assertThat(sql.first(
                        "select cause_message from pipeline_run where id = ?", row -> row.text("cause_message"), run))
                .contains("slice 7 is missing");
        assertThat(queue.claim(10)).isEmpty();
    }

    @Test
    void aJobIsWrittenWithTheWaitingStepAndItsResultCompletesItOnce() {
        ClaimedStep step = reach(StepKind.INFER);
        InferenceJob job = job();
        completion.finish(step, new StepOutcome.AwaitJob(job));
        assertThat(stateOf(StepKind.INFER)).isEqualTo("WAITING");
        assertThat(sql.list(
                        "select state from job where id = ?",
                        row -> row.text("state"),
                        job.jobId().value()))
                .containsExactly("PENDING");
        assertThat(completion.completeWaiting(job.jobId(), Map.of("findings", 1)))
                .isTrue();
        assertThat(completion.completeWaiting(job.jobId(), Map.of("findings", 2)))
                .isFalse();
        assertThat(stateOf(StepKind.RELINK)).isEqualTo("READY");
    }

    @Test
    void aReviewPausesTheRun() {
        completion.finish(reach(StepKind.REVIEW), new StepOutcome.AwaitReview());
        assertThat(runState()).isEqualTo("WAITING_FOR_REVIEW");
        assertThat(sql.list("select state from review where run_id = ?", row -> row.text("state"), run))
                .containsExactly("PENDING");
        assertThat(queue.claim(10)).isEmpty();
    }

    @Test
    void theLastStepCompletesTheRun() {
        completion.finish(reach(StepKind.DELIVER), new StepOutcome.Completed(Map.of()));
        assertThat(runState()).isEqualTo("COMPLETED");
    }

    @Test
    void theSameContentRunsOnceAndNewInstancesRunAgain() {
        assertThat(runs.start(version, series.study(), series.series())).isEmpty();
        fixtures.addInstance(series.series());
        assertThat(runs.start(version, series.study(), series.series())).isPresent();
    }

    @Test
    void aQuietStudyCompletesAndStartsTheRunsOfMatchingPipelinesOnly() {
        sql.update(
                "update pipeline set active_version_id = null where id <> (select pipeline_id from pipeline_version"
                        + " where id = ?)",
                version.id());
        Fixtures.Series magnetic = fixtures.series("MR", 2);
        Fixtures.Series computed = fixtures.series("CT", 2);
        completeAllQuietStudies();
        assertThat(runsOf(magnetic)).isEqualTo(1);
        assertThat(runsOf(computed)).isZero();
        assertThat(sql.list("select state from study where id = ?", row -> row.text("state"), computed.study()))
                .containsExactly("COMPLETE");
    }

    /** One call completes a limited number, and other tests leave studies in the same database. */
    private void completeAllQuietStudies() {
        int completed;
        do {
            completed = studies.completeQuietStudies();
        } while (completed > 0);
    }

    private int runsOf(Fixtures.Series of) {
        return sql.list("select 1 from pipeline_run where series_id = ?", _ -> 1, of.series())
                .size();
    }

    private ClaimedStep reach(StepKind kind) {
        ClaimedStep step = claimOne();
        while (step.configuration().stepKind() != kind) {
            completion.finish(step, new StepOutcome.Completed(Map.of()));
            step = claimOne();
        }
        return step;
    }

    private ClaimedStep claimOne() {
        List<ClaimedStep> claimed = queue.claim(10);
        assertThat(claimed).hasSize(1);
        return claimed.getFirst();
    }

    private void makeDue() {
        sql.update("update pipeline_step set available_at = now() where run_id = ? and state = 'READY'", run);
    }

    private void replay() {
        sql.update("update pipeline_step set state = 'READY' where run_id = ? and state = 'DEAD_LETTER'", run);
        sql.update("update pipeline_run set state = 'RUNNING' where id = ?", run);
    }

    private long delayMilliseconds() {
        return sql.first("""
                        select extract(epoch from available_at - now()) * 1000 as delay from pipeline_step
                        where run_id = ? and state = 'READY'
                        """, row -> row.longInteger("delay"), run).orElseThrow();
    }

    private List<String> states() {
        return sql.list(
                "select state from pipeline_step where run_id = ? order by ordinal", row -> row.text("state"), run);
    }

    private String stateOf(StepKind kind) {
        return sql.first(
                        "select state from pipeline_step where run_id = ? and kind = ?",
                        row -> row.text("state"),
                        run,
                        kind)
                .orElseThrow();
    }

    private String runState() {
        return sql.first("select state from pipeline_run where id = ?", row -> row.text("state"), run)
                .orElseThrow();
    }

    private static InferenceJob job() {
        return new InferenceJob(
                Job.SCHEMA_VERSION,
                JobId.random(),
                Priority.ROUTINE,
                ModelVersionId.random(),
                new ObjectId("0".repeat(64)),
                List.of());
    }
}
