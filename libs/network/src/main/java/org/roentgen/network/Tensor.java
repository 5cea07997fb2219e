package org.roentgen.network;

import java.util.Arrays;
import java.util.List;

/** Dense 32-bit float values in row-major order with their shape; a scalar has the empty shape. The values are not copied. */
public final class Tensor {
    private final List<Integer> shape;
    private final float[] values;

    public Tensor(List<Integer> shape, float[] values) {
        this.shape = List.copyOf(shape);
        this.values = values;
        int elements = elements(this.shape);
        if (elements != values.length) {
            throw new IllegalArgumentException(
                    "Shape " + shape + " needs " + elements + " values, but " + values.length + " were given");
        }
    }

    public static Tensor filled(List<Integer> shape, float value) {
        float[] values = new float[elements(shape)];
        Arrays.fill(values, value);
        return new Tensor(shape, values);
    }

    public static int elements(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    public List<Integer> shape() {
        return shape;
    }

    /** The live array, for emitters and engines: do not change it. */
    public float[] values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + shape;
    }
}
