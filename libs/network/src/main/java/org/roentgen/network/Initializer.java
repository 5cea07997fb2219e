package org.roentgen.network;

import java.util.List;
import java.util.random.RandomGenerator;

/** How a tensor is filled before training. */
public sealed interface Initializer {
    Initializer ZERO = new Constant(0f);
    Initializer ONE = new Constant(1f);

    Tensor create(List<Integer> shape, RandomGenerator random);

    record Constant(float value) implements Initializer {
        @Override
        public Tensor create(List<Integer> shape, RandomGenerator random) {
            return Tensor.filled(shape, value);
        }
    }

    /** Fixed values, such as class weights of a loss. */
    record Values(List<Float> values) implements Initializer {
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public Tensor create(List<Integer> shape, RandomGenerator random) {
            float[] copy = new float[values.size()];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = values.get(i);
            }
            return new Tensor(shape, copy);
        }
    }

    /** He et al. 2015 (arXiv 1502.01852): normal with variance 2 / fan-in, for layers followed by a rectifier. */
    record HeNormal(int fanIn) implements Initializer {
        @Override
        public Tensor create(List<Integer> shape, RandomGenerator random) {
            double deviation = Math.sqrt(2.0 / fanIn);
            float[] values = new float[Tensor.elements(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * random.nextGaussian());
            }
            return new Tensor(shape, values);
        }
    }
}
