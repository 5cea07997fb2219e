package org.roentgen.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Values such as training leaves behind: no weight, mean or variance is at its start. */
public final class SampleState {
    private SampleState() {}

    public static TensorState of(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Random random = new Random(3);
        network.initialState(11).tensors().forEach((name, tensor) -> {
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] += name.endsWith("_var") ? random.nextFloat() : 0.2f * (float) random.nextGaussian();
            }
            tensors.put(name, new Tensor(tensor.shape(), values));
        });
        return new TensorState(tensors);
    }

    public static double[] input(FeatureShape shape, long seed) {
        return new Random(seed).doubles(shape.elements(), -2, 2).toArray();
    }
}
