package org.roentgen.training.task;

import java.util.List;
import java.util.Map;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.prediction.InferencePlan;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.engine.Batch;
import org.roentgen.training.engine.TrainingSession;

/** What differs between tasks. Batches depend only on the plan, the epoch and the step, so a resumed training repeats them. */
public interface LearningTask {
    Batch batch(int epoch, int step);

    /** How good the network is on the tune split. */
    TuneResult tune(TrainingSession session);

    /** What the scores are to be divided by so that their softmax is a probability that can be believed, by the tune split. */
    default double temperature(TrainingSession session) {
        return 1;
    }

    /**
     * The same task with what the tune split tells about how the model is run.
     *
     * @param model the exported model: its scores, before softmax
     * @param images the images as they were before preprocessing
     */
    default LearningTask tuned(PatchPredictor model, CaseImages images) {
        return this;
    }

    /** How the model is run. */
    InferencePlan inference();

    /** Inputs as inference would form them, for the parity check. */
    List<ParityInput> parityInputs(List<PreparedCase> cases);

    /**
     * The evaluation on the locked test split.
     *
     * @param model the exported model: its scores, before softmax
     * @param images the images as they were before preprocessing
     * @param outlines hears of each mask on the way; of none where the task knows no masks
     */
    Evaluation evaluate(PatchPredictor model, List<PreparedCase> test, CaseImages images, OutlineListener outlines);

    /** The same where nobody looks at the masks. */
    default Evaluation evaluate(PatchPredictor model, List<PreparedCase> test, CaseImages images) {
        return evaluate(model, test, images, (each, image, predicted, score) -> {});
    }

    /** Looks at what a model outlines on a case, on the grid of its reference standard. */
    @FunctionalInterface
    interface OutlineListener {
        /**
         * @param image the case as it was before preprocessing
         * @param score the mean Dice of the labels, by which the results are sorted
         */
        void outlined(PreparedCase each, Volume image, LabelVolume predicted, double score);
    }

    /** Reads the channels of a case's image. */
    @FunctionalInterface
    interface CaseImages {
        List<Volume> read(DatasetCase each);
    }

    /**
     * @param score what is maximised when the best epoch is chosen
     * @param metrics by name, {@code tuneLoss} among them
     */
    record TuneResult(double score, Map<String, Double> metrics) {
        public TuneResult {
            metrics = Map.copyOf(metrics);
        }
    }

    /** A batch with its shape. */
    @SuppressWarnings("ArrayRecordComponent")
    record ParityInput(float[] images, long[] shape) {}
}
