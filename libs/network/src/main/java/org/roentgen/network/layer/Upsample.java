package org.roentgen.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.Tensor;

/** Enlarges each spatial axis by a whole factor, by repetition or by (bi-, tri-) linear interpolation at pixel centres. */
public record Upsample(List<Integer> factor, Mode mode) implements Layer {
    /** How values between pixels are found. */
    public enum Mode {
        NEAREST,
        LINEAR
    }

    public Upsample {
        factor = List.copyOf(factor);
        if (factor.stream().anyMatch(each -> each < 1)) {
            throw new InvalidNetworkException("up-sampling factors " + factor + " must be at least 1");
        }
    }

    @Override
    public FeatureShape outputShape(List<FeatureShape> inputs) {
        FeatureShape input = Layer.spatial(inputs);
        if (input.rank() != factor.size()) {
            throw new InvalidNetworkException(
                    "has " + factor.size() + " factors, but the input has " + input.rank() + " spatial axes");
        }
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < factor.size(); axis++) {
            sizes.add(input.spatial().get(axis) * factor.get(axis));
        }
        return new FeatureShape(input.channels(), sizes);
    }

    @Override
    public String torchScript(TorchScriptScope scope) {
        List<Double> scales = factor.stream().map(Integer::doubleValue).toList();
        if (mode == Mode.NEAREST) {
            return "torch.upsample_nearest" + factor.size() + "d(" + scope.input(0) + ", None, " + scales + ")";
        }
        String name = factor.size() == 2 ? "bilinear2d" : "trilinear3d";
        return "torch.upsample_" + name + "(" + scope.input(0) + ", None, False, " + scales + ")";
    }

    @Override
    public String onnx(OnnxScope scope) {
        float[] scales = new float[factor.size() + 2];
        scales[0] = 1;
        scales[1] = 1;
        for (int axis = 0; axis < factor.size(); axis++) {
            scales[axis + 2] = factor.get(axis);
        }
        String constant = scope.constant("scales", new Tensor(List.of(scales.length), scales));
        List<String> inputs = List.of(scope.input(0), "", constant);
        if (mode == Mode.NEAREST) {
            return scope.node(
                    "Resize",
                    inputs,
                    OnnxAttributes.text("mode", "nearest"),
                    OnnxAttributes.text("coordinate_transformation_mode", "asymmetric"),
                    OnnxAttributes.text("nearest_mode", "floor"));
        }
        return scope.node(
                "Resize",
                inputs,
                OnnxAttributes.text("mode", "linear"),
                OnnxAttributes.text("coordinate_transformation_mode", "half_pixel"));
    }
}
