package org.roentgen.network.loss;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Initializer;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.TensorSpec;

/**
 * Softmax cross-entropy over channels; targets are class indices.
 *
 * @param classWeights one weight for each class, or empty for equal weights
 */
public record CrossEntropy(List<Float> classWeights) implements Loss {
    private static final String WEIGHT = "loss_class_weight";

    public CrossEntropy {
        classWeights = List.copyOf(classWeights);
    }

    public static CrossEntropy unweighted() {
        return new CrossEntropy(List.of());
    }

    @Override
    public void check(FeatureShape output) {
        if (output.channels() < 2) {
            throw new InvalidNetworkException(
                    "Cross-entropy needs an output of at least 2 classes, but the network has " + output.channels());
        }
        if (!classWeights.isEmpty() && classWeights.size() != output.channels()) {
            throw new InvalidNetworkException("Cross-entropy has " + classWeights.size() + " class weights, but the"
                    + " network has " + output.channels() + " classes; give one weight for each class");
        }
    }

    @Override
    public List<TensorSpec> buffers() {
        if (classWeights.isEmpty()) {
            return List.of();
        }
        return List.of(TensorSpec.buffer(WEIGHT, List.of(classWeights.size()), new Initializer.Values(classWeights)));
    }

    @Override
    public String torchScript(LossScope scope) {
        String weight = classWeights.isEmpty() ? "None" : scope.buffer(WEIGHT);
        return "torch.cross_entropy_loss(" + scope.output() + ", torch.to(" + scope.target() + ", 4), " + weight + ")";
    }
}
