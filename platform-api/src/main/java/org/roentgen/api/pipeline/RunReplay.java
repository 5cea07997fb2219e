package org.roentgen.api.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.PipelineRun;
import org.roentgen.store.entity.PipelineStep;
import org.roentgen.store.event.Announcements;

/** Takes up a run again at the step that ended it. */
@ApplicationScoped
public class RunReplay {
    private final EntityManager entities;
    private final Announcements announcements;

    RunReplay(EntityManager entities, Announcements announcements) {
        this.entities = entities;
        this.announcements = announcements;
    }

    @Transactional
    public void replay(UUID runId) {
        PipelineRun run = entities.find(PipelineRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw ProblemException.notFound("run", runId);
        }
        if (run.state() != PipelineRun.State.FAILED && run.state() != PipelineRun.State.STOPPED) {
            throw ProblemException.conflict(
                    "NOT_REPLAYABLE",
                    "Run " + runId + " is " + run.state() + ": only FAILED and STOPPED runs are replayed");
        }
        List<PipelineStep> steps = entities.createQuery(
                        "from PipelineStep where runId = :run order by ordinal", PipelineStep.class)
                .setParameter("run", runId)
                .getResultList();
        PipelineStep ended = steps.stream()
                .filter(RunReplay::endedTheRun)
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.conflict("NOT_REPLAYABLE", "No step of run " + runId + " ended it"));
        ready(ended);
        steps.stream()
                .filter(step -> step.ordinal() > ended.ordinal() && step.state() == PipelineStep.State.SKIPPED)
                .forEach(step -> step.state(PipelineStep.State.PENDING));
        run.state(PipelineRun.State.RUNNING);
        run.cause(null);
        run.finishedAt(null);
        entities.flush();
        announcements.changed("run", runId, run.state().name());
        announcements.changed("step", ended.id(), ended.state().name());
    }

    private static boolean endedTheRun(PipelineStep step) {
        return step.state() == PipelineStep.State.DEAD_LETTER || step.state() == PipelineStep.State.STOPPED;
    }

    private static void ready(PipelineStep step) {
        step.state(PipelineStep.State.READY);
        step.attempt(0);
        step.availableAt(Instant.now());
        step.finishedAt(null);
        step.leaseUntil(null);
        step.cause(null);
    }
}
