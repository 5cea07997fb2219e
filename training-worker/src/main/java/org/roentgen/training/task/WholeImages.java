package org.roentgen.training.task;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.augment.Sample;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.engine.Batch;
import org.roentgen.training.engine.TrainingSession;
import org.roentgen.training.plan.TrainingPlan;

/** Batches of whole images, each with the same number of target values: one class, or one value for each finding. */
final class WholeImages {
    private final TrainingPlan plan;

    WholeImages(TrainingPlan plan) {
        this.plan = plan;
    }

    /** The augmented images of a step; the order of the cases is drawn anew for each epoch. */
    Batch batch(List<PreparedCase> train, int epoch, int step) {
        int[] order = Seeds.permutation(train.size(), Seeds.of(plan.seed(), epoch));
        List<float[]> images = new ArrayList<>();
        List<PreparedCase> chosen = new ArrayList<>();
        for (int i = 0; i < plan.batchSize(); i++) {
            int place = step * plan.batchSize() + i;
            PreparedCase each = train.get(order[place % order.length]);
            images.add(plan.augmentation()
                    .apply(sample(each), Seeds.of(plan.seed(), epoch, step, i))
                    .image());
            chosen.add(each);
        }
        return new Batch(plan.batchSize(), Tensors.concatenate(images), targets(chosen));
    }

    /** The labels of a sample may be null, which the checker cannot read from the class file of the record. */
    @SuppressWarnings("NullAway")
    private static Sample sample(PreparedCase each) {
        VolumeGrid grid = each.image().grid();
        return new Sample(
                each.image().tensor(), null, each.image().channels(), grid.depth(), grid.height(), grid.width());
    }

    /** The images as they are. */
    private static Batch plain(List<PreparedCase> cases) {
        List<float[]> images = cases.stream().map(each -> each.image().tensor()).toList();
        return new Batch(cases.size(), Tensors.concatenate(images), targets(cases));
    }

    private static byte[] targets(List<PreparedCase> cases) {
        int values = cases.getFirst().target().length;
        byte[] targets = new byte[cases.size() * values];
        for (int i = 0; i < cases.size(); i++) {
            System.arraycopy(cases.get(i).target(), 0, targets, i * values, values);
        }
        return targets;
    }

    /** Scores of all cases, case by case, and the mean loss. */
    @SuppressWarnings("ArrayRecordComponent")
    record Scored(float[] scores, double loss) {}

    Scored score(TrainingSession session, List<PreparedCase> cases) {
        float[] scores = new float[cases.size() * plan.classes()];
        double loss = 0;
        for (int start = 0; start < cases.size(); start += plan.batchSize()) {
            List<PreparedCase> part = cases.subList(start, Math.min(cases.size(), start + plan.batchSize()));
            TrainingSession.Evaluated evaluated = session.evaluate(plain(part));
            loss += (double) evaluated.loss() * part.size() / cases.size();
            System.arraycopy(evaluated.scores(), 0, scores, start * plan.classes(), evaluated.scores().length);
        }
        return new Scored(scores, loss);
    }

    /** Probabilities by the exported model, case by case. */
    float[] probabilities(PatchPredictor model, List<PreparedCase> cases) {
        InferencePlan inference = plan.inference();
        float[] probabilities = new float[cases.size() * plan.classes()];
        for (int i = 0; i < cases.size(); i++) {
            float[] scores = model.predict(cases.get(i).image().tensor(), inputShape());
            System.arraycopy(
                    inference.activate(scores, 1, plan.classes()),
                    0,
                    probabilities,
                    i * plan.classes(),
                    plan.classes());
        }
        return probabilities;
    }

    List<LearningTask.ParityInput> parityInputs(List<PreparedCase> cases) {
        return cases.stream()
                .map(each -> new LearningTask.ParityInput(each.image().tensor(), inputShape()))
                .toList();
    }

    private long[] inputShape() {
        return plan.program().network().input().batched(1);
    }
}
