package org.roentgen.network.layer;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.TensorSpec;

/** A kind of layer. A new kind is one file: its record, its shape rule and its two emissions. */
public sealed interface Layer
        permits Add,
                AveragePool,
                BatchNorm,
                ChannelScale,
                Concat,
                Conv,
                ConvTranspose,
                Dropout,
                Flatten,
                GlobalAveragePool,
                InstanceNorm,
                LeakyRelu,
                Linear,
                MaxPool,
                Relu,
                Sigmoid,
                Silu,
                Upsample {
    /** @throws InvalidNetworkException when the inputs do not fit this layer */
    FeatureShape outputShape(List<FeatureShape> inputs);

    /** Tensors that this layer owns, with names local to it. */
    default List<TensorSpec> tensors(List<FeatureShape> inputs) {
        return List.of();
    }

    /** Whether weights depend on the spatial size of the input, so that no other size can be served. */
    default boolean fixesSpatialSize(List<FeatureShape> inputs) {
        return false;
    }

    /** A TorchScript expression of this layer's output. */
    String torchScript(TorchScriptScope scope);

    /** Adds the ONNX nodes of this layer and returns the name of its output. */
    String onnx(OnnxScope scope);

    /** The only input. */
    static FeatureShape single(List<FeatureShape> inputs) {
        if (inputs.size() != 1) {
            throw new InvalidNetworkException("needs exactly 1 input, but has " + inputs.size());
        }
        return inputs.getFirst();
    }

    /** The only input, which must be an image or a volume. */
    static FeatureShape spatial(List<FeatureShape> inputs) {
        FeatureShape input = single(inputs);
        if (input.rank() < 2 || input.rank() > 3) {
            throw new InvalidNetworkException("needs an input of 2 or 3 spatial axes, but it has " + input.rank());
        }
        return input;
    }
}
