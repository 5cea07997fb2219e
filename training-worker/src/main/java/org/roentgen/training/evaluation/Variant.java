package org.roentgen.training.evaluation;

import java.util.Optional;

/**
 * A smaller form of the model, beside the model itself.
 *
 * @param file entry of the package; the model is not in the package where {@code refusal} is present
 * @param share size over that of the model
 * @param time of a call over that of the model, on this processor; 0 where it does not run
 * @param maxAbsDifference largest difference of a score on held-back inputs
 * @param metric what is compared, on the first test cases
 * @param cases how many
 * @param loss value of the model minus value of the variant
 * @param tolerance largest loss with which the variant is kept
 * @param refusal why it was not kept
 */
public record Variant(
        String file,
        double share,
        double time,
        double maxAbsDifference,
        String metric,
        int cases,
        double loss,
        double tolerance,
        Optional<String> refusal) {
    /** The weights as float16. */
    public static final String HALF = "model.fp16.onnx";

    /** Weights in 8-bit integers, and fully connected layers and convolutions of pictures computed in them. */
    public static final String INT8 = "model.int8.onnx";

    /** One that cannot be made or does not run. */
    static Variant unusable(String file, double tolerance, RuntimeException why) {
        return new Variant(file, 1, 0, 0, "", 0, 0, tolerance, Optional.of(String.valueOf(why.getMessage())));
    }
}
