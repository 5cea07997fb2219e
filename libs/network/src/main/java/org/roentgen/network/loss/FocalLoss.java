package org.roentgen.network.loss;

import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;

/**
 * Softmax cross-entropy that counts what is already known less (Lin et al. 2017): each term is weighted by (1 - p) to the power
 * of the focus, p being the probability of the right class. Targets are class indices.
 *
 * @param focus 0 is plain cross-entropy; the paper uses 2
 */
public record FocalLoss(double focus) implements Loss {
    public FocalLoss {
        if (!(focus >= 0 && focus <= 10)) {
            throw new InvalidNetworkException("Focus " + focus + " of the focal loss must be from 0 to 10");
        }
    }

    public static FocalLoss standard() {
        return new FocalLoss(2);
    }

    @Override
    public void check(FeatureShape output) {
        if (output.channels() < 2) {
            throw new InvalidNetworkException(
                    "Focal loss needs an output of at least 2 classes, but the network has " + output.channels());
        }
    }

    @Override
    public String torchScript(LossScope scope) {
        String classes = scope.keep("torch.unsqueeze(torch.to(" + scope.target() + ", 4), 1)");
        String logs = scope.keep("torch.gather(torch.log_softmax(" + scope.output() + ", 1), 1, " + classes + ")");
        String weight = scope.keep("torch.pow(torch.rsub(torch.exp(" + logs + "), 1.), " + focus + ")");
        return "torch.neg(torch.mean(torch.mul(" + weight + ", " + logs + ")))";
    }
}
