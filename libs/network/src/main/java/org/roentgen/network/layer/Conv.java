package org.roentgen.network.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Initializer;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.TensorSpec;

/** Convolution over 2 or 3 spatial axes. Weight: filters x (channels / groups) x kernel. */
public record Conv(int filters, Window window, int groups, boolean bias) implements Layer {
    public Conv {
        if (filters < 1 || groups < 1 || filters % groups != 0) {
            throw new InvalidNetworkException(
                    "filters (" + filters + ") must be a positive multiple of groups (" + groups + ")");
        }
    }

    /** A convolution that keeps the spatial size. */
    public static Conv same(int filters, int rank, int kernel, boolean bias) {
        return new Conv(filters, Window.same(rank, kernel), 1, bias);
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        FeatureShape input = Layer.spatial(inputs);
        if (input.channels() % groups != 0) {
            throw new InvalidNetworkException(
                    "input channels (" + input.channels() + ") must be a multiple of groups (" + groups + ")");
        }
        return new FeatureShape(filters, window.slide(input.spatial()));
    }

    @Override
    public List<TensorSpec> tensors(List<FeatureShape> inputs) {
        int channels = Layer.spatial(inputs).channels() / groups;
        List<Integer> shape = new ArrayList<>(List.of(filters, channels));
        shape.addAll(window.kernel());
        List<TensorSpec> tensors = new ArrayList<>();
        tensors.add(TensorSpec.parameter("weight", shape, new Initializer.HeNormal(channels * window.elements())));
        if (bias) {
            tensors.add(TensorSpec.parameter("bias", List.of(filters), Initializer.ZERO));
        }
        return tensors;
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        String biasTerm = bias ? scope.compute(scope.tensor("bias")) : "None";
        return "torch.conv" + window.rank() + "d(" + scope.compute(scope.input(0)) + ", "
                + scope.compute(scope.tensor("weight")) + ", " + biasTerm + ", " + window.stride() + ", "
                + window.padding() + ", " + Collections.nCopies(window.rank(), 1) + ", " + groups + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        List<String> inputs = new ArrayList<>(List.of(scope.input(0), scope.tensor("weight")));
        if (bias) {
            inputs.add(scope.tensor("bias"));
        }
        return scope.node(
                "Conv",
                inputs,
                OnnxAttributes.ints("kernel_shape", window.kernel()),
                OnnxAttributes.ints("strides", window.stride()),
                OnnxAttributes.ints("pads", window.onnxPads()),
                OnnxAttributes.integer("group", groups));
    }
}
