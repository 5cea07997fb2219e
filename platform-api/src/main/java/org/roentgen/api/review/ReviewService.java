package org.roentgen.api.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.store.entity.PipelineRun;
import org.roentgen.store.entity.PipelineStep;
import org.roentgen.store.entity.Review;
import org.roentgen.store.event.Announcements;

/** Decides a run that waits for its reader: accepted, it goes on; rejected, it ends. */
@ApplicationScoped
public class ReviewService {
    private final EntityManager entities;
    private final Announcements announcements;

    ReviewService(EntityManager entities, Announcements announcements) {
        this.entities = entities;
        this.announcements = announcements;
    }

    /** One transaction: of two readers, one is refused with a conflict. */
    @Transactional
    public ReviewView decide(UUID runId, ReviewRequest request, String reader) {
        String reason = request.reason().map(String::strip).orElse("");
        if (request.decision() == ReviewRequest.Decision.REJECTED && reason.isEmpty()) {
            throw ProblemException.invalid("reason is empty: a rejection needs one");
        }
        PipelineRun run = entities.find(PipelineRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw ProblemException.notFound("run", runId);
        }
        Review review = review(runId);
        if (run.state() != PipelineRun.State.WAITING_FOR_REVIEW || review.state() != Review.State.PENDING) {
            throw ProblemException.conflict(
                    "NOT_WAITING_FOR_REVIEW", "Run " + runId + " is " + run.state() + ", its review " + review.state());
        }
        review.reader(reader);
        review.reason(reason.isEmpty() ? null : reason);
        review.decidedAt(Instant.now());
        List<PipelineStep> steps = entities.createQuery(
                        "from PipelineStep where runId = :run order by ordinal", PipelineStep.class)
                .setParameter("run", runId)
                .getResultList();
        switch (request.decision()) {
            case ACCEPTED -> accept(run, review, steps);
            case REJECTED -> reject(run, review, steps);
        }
        entities.flush();
        announcements.changed("run", runId, run.state().name());
        steps.forEach(
                step -> announcements.changed("step", step.id(), step.state().name()));
        return ReviewView.of(review);
    }

    private static void accept(PipelineRun run, Review review, List<PipelineStep> steps) {
        review.state(Review.State.ACCEPTED);
        finishReview(steps);
        run.state(PipelineRun.State.RUNNING);
        steps.stream()
                .filter(step -> step.state() == PipelineStep.State.PENDING)
                .findFirst()
                .ifPresentOrElse(ReviewService::ready, () -> finish(run, PipelineRun.State.COMPLETED));
    }

    private static void reject(PipelineRun run, Review review, List<PipelineStep> steps) {
        review.state(Review.State.REJECTED);
        finishReview(steps);
        steps.stream()
                .filter(step -> step.state() == PipelineStep.State.PENDING)
                .forEach(step -> step.state(PipelineStep.State.SKIPPED));
        finish(run, PipelineRun.State.REJECTED);
    }

    private static void finishReview(List<PipelineStep> steps) {
        PipelineStep waiting = steps.stream()
                .filter(step -> step.kind() == StepKind.REVIEW && step.state() == PipelineStep.State.WAITING)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A run waits for review without a step that does"));
        waiting.state(PipelineStep.State.COMPLETED);
        waiting.finishedAt(Instant.now());
    }

    private static void ready(PipelineStep step) {
        step.state(PipelineStep.State.READY);
        step.availableAt(Instant.now());
    }

    private static void finish(PipelineRun run, PipelineRun.State state) {
        run.state(state);
        run.finishedAt(Instant.now());
    }

    private Review review(UUID runId) {
        return entities.createQuery("from Review where runId = :run", Review.class)
                .setParameter("run", runId)
                .getResultStream()
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.conflict("NOT_WAITING_FOR_REVIEW", "Run " + runId + " has no review"));
    }
}
