package org.roentgen.network.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Initializer;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.TensorSpec;

/** Transposed convolution over 2 or 3 spatial axes, for learned up-sampling. Weight: channels x filters x kernel. */
public record ConvTranspose(int filters, Window window, boolean bias) implements Layer {
    public ConvTranspose {
        if (filters < 1) {
            throw new InvalidNetworkException("filters (" + filters + ") must be at least 1");
        }
    }

    /** Multiplies each spatial size by {@code factor}, with kernel = stride = factor. */
    public static ConvTranspose upsampling(int filters, List<Integer> factor) {
        return new ConvTranspose(filters, new Window(factor, factor, Collections.nCopies(factor.size(), 0)), true);
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        return new FeatureShape(filters, window.spread(Layer.spatial(inputs).spatial()));
    }

    @Override
    public List<TensorSpec> tensors(List<FeatureShape> inputs) {
        int channels = Layer.spatial(inputs).channels();
        List<Integer> shape = new ArrayList<>(List.of(channels, filters));
        shape.addAll(window.kernel());
        int overlap = window.elements() / window.stride().stream().reduce(1, Math::multiplyExact);
        List<TensorSpec> tensors = new ArrayList<>();
        tensors.add(TensorSpec.parameter("weight", shape, new Initializer.HeNormal(channels * Math.max(1, overlap))));
        if (bias) {
            tensors.add(TensorSpec.parameter("bias", List.of(filters), Initializer.ZERO));
        }
        return tensors;
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        String biasTerm = bias ? scope.compute(scope.tensor("bias")) : "None";
        List<Integer> zeros = Collections.nCopies(window.rank(), 0);
        List<Integer> ones = Collections.nCopies(window.rank(), 1);
        return "torch.conv_transpose" + window.rank() + "d(" + scope.compute(scope.input(0)) + ", "
                + scope.compute(scope.tensor("weight")) + ", " + biasTerm + ", " + window.stride() + ", "
                + window.padding() + ", " + zeros + ", 1, " + ones + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        List<String> inputs = new ArrayList<>(List.of(scope.input(0), scope.tensor("weight")));
        if (bias) {
            inputs.add(scope.tensor("bias"));
        }
        return scope.node(
                "ConvTranspose",
                inputs,
                OnnxAttributes.ints("kernel_shape", window.kernel()),
                OnnxAttributes.ints("strides", window.stride()),
                OnnxAttributes.ints("pads", window.onnxPads()));
    }
}
