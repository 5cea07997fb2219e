package org.roentgen.training.serving;

import java.util.List;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ParityReport;
import org.roentgen.imaging.window.PatchPredictor;
import org.roentgen.training.task.LearningTask.ParityInput;

/** PyTorch against ONNX Runtime on inputs that training never saw. */
public final class ParityCheck {
    private ParityCheck() {}

    /** @throws RoentgenException when the difference is larger than the tolerance, or a score is not finite */
    public static ParityReport compare(
            PatchPredictor trained, PatchPredictor exported, List<ParityInput> inputs, double tolerance) {
        double largest = largestDifference(trained, exported, inputs);
        ParityReport report = new ParityReport(largest, tolerance, inputs.size());
        if (!report.withinTolerance()) {
            throw new RoentgenException(
                    ErrorCode.PARITY_OUT_OF_TOLERANCE,
                    "The exported model differs from the trained one by " + largest + ", more than the tolerance "
                            + tolerance + "; it is not registered. Raise parityTolerance only if such a difference"
                            + " in scores is acceptable");
        }
        return report;
    }

    /** Of all scores; not a number when a score of the second is none. */
    public static double largestDifference(PatchPredictor one, PatchPredictor other, List<ParityInput> inputs) {
        double largest = 0;
        for (ParityInput input : inputs) {
            float[] expected = one.predict(input.images(), input.shape());
            float[] actual = other.predict(input.images(), input.shape());
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs((double) expected[i] - actual[i]));
            }
        }
        return largest;
    }
}
