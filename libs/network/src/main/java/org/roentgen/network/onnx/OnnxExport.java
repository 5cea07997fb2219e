package org.roentgen.network.onnx;

/**
 * How a network is exported: its output are scores; {@link GraphTail} makes probabilities of them.
 *
 * @param foldBatchNorm merge each BatchNorm into the convolution before it
 */
public record OnnxExport(boolean foldBatchNorm) {
    /** Version of the operator set that exported models use. */
    public static final int OPSET = 18;
    /** Name of the model's input: batch x channels x spatial axes, float32. */
    public static final String INPUT = "input";
    /** Name of the model's output, scores: batch x classes (x spatial axes), float32. */
    public static final String OUTPUT = "output";

    /** Scores with BatchNorm folded. */
    public static OnnxExport standard() {
        return new OnnxExport(true);
    }
}
