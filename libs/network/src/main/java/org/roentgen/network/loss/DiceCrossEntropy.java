package org.roentgen.network.loss;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;

/**
 * Sum of voxel-wise cross-entropy and soft Dice loss over the foreground classes, taken over the whole batch (Isensee
 * et al. 2021, nnU-Net). Targets are class indices.
 *
 * @param smooth added to both parts of the Dice fraction, so that an absent class does not divide by zero
 */
public record DiceCrossEntropy(double smooth) implements Loss {
    public static DiceCrossEntropy standard() {
        return new DiceCrossEntropy(1.0);
    }

    @Override
    public void check(FeatureShape output) {
        if (output.channels() < 2 || output.rank() == 0) {
            throw new InvalidNetworkException("Dice with cross-entropy needs an output of at least 2 classes for each"
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
        String total = scope.keep("torch.add(torch.sum(" + probabilities + ", " + axes + "), torch.sum(" + reference
                + ", " + axes + "))");
        String dice = scope.keep("torch.div(torch.add(torch.mul(" + shared + ", 2.), " + smooth + "), torch.add("
                + total + ", " + smooth + "))");
        String foreground = scope.keep("torch.mean(torch.slice(" + dice + ", 0, 1))");
        return "torch.add(torch.rsub(" + foreground + ", 1.), " + entropy + ")";
    }
}
