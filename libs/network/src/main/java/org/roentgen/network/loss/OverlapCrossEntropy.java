package org.roentgen.network.loss;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;

/**
 * Sum of pixel-wise cross-entropy and a soft overlap loss over the foreground classes, taken over the whole batch. With both
 * weights 0.5 the overlap is the Dice coefficient (Isensee et al. 2021, nnU-Net), else the Tversky index (Salehi et al. 2017).
 * Targets are class indices.
 *
 * @param falsePositive weight of pixels that are found and are not there
 * @param falseNegative weight of pixels that are there and are not found; above the other one for small structures
 */
public record OverlapCrossEntropy(double falsePositive, double falseNegative) implements Loss {
    /** Added to both parts of the fraction, so that an absent class does not divide by zero. */
    private static final double SMOOTH = 0.5;

    public OverlapCrossEntropy {
        if (!(falsePositive >= 0 && falseNegative >= 0 && falsePositive + falseNegative > 0)) {
            throw new InvalidNetworkException("Overlap weights " + falsePositive + " and " + falseNegative
                    + " must not be negative, and one must be above 0; use 0.5 and 0.5 for Dice");
        }
    }

    public static OverlapCrossEntropy dice() {
        return new OverlapCrossEntropy(0.5, 0.5);
    }

    public static OverlapCrossEntropy tversky() {
        return new OverlapCrossEntropy(0.3, 0.7);
    }

    @Override
    public void check(FeatureShape output) {
        if (output.channels() < 2 || output.rank() == 0) {
            throw new InvalidNetworkException(
                    "Overlap with cross-entropy needs an output of at least 2 classes for each"
                            + " pixel, but the network has " + output);
        }
    }

    @Override
    public String torchScript(LossScope scope) {
        List<Integer> axes = Stream.concat(
                        Stream.of(0),
                        IntStream.range(0, scope.outputShape().rank()).mapToObj(axis -> axis + 2))
                .toList();
        String classes = scope.keep("torch.to(" + scope.target() + ", 4)");
        String logs = scope.keep("torch.log_softmax(" + scope.output() + ", 1)");
        String entropy = scope.keep("torch.nll_loss_nd(" + logs + ", " + classes + ")");
        String probabilities = scope.keep("torch.exp(" + logs + ")");
        String reference = scope.keep(
                "torch.scatter(torch.zeros_like(" + probabilities + "), 1, torch.unsqueeze(" + classes + ", 1), 1.)");
        String shared = scope.keep("torch.sum(torch.mul(" + probabilities + ", " + reference + "), " + axes + ")");
        String found = scope.keep("torch.sum(" + probabilities + ", " + axes + ")");
        String there = scope.keep("torch.sum(" + reference + ", " + axes + ")");
        String misses = scope.keep("torch.add(torch.mul(torch.sub(" + found + ", " + shared + "), " + falsePositive
                + "), torch.mul(torch.sub(" + there + ", " + shared + "), " + falseNegative + "))");
        String hits = scope.keep("torch.add(" + shared + ", " + SMOOTH + ")");
        String overlap = scope.keep("torch.div(" + hits + ", torch.add(" + hits + ", " + misses + "))");
        String foreground = scope.keep("torch.mean(torch.slice(" + overlap + ", 0, 1))");
        return "torch.add(torch.rsub(" + foreground + ", 1.), " + entropy + ")";
    }
}
