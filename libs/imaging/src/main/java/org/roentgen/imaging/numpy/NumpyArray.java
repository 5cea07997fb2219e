package org.roentgen.imaging.numpy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.roentgen.imaging.ImageFormatException;

/** An array in C order (last axis fastest) with its values still as the file has them. */
public final class NumpyArray {
    private final NumpyType type;
    private final List<Integer> shape;
    private final ByteBuffer data;

    NumpyArray(NumpyType type, List<Integer> shape, ByteBuffer data) {
        this.type = type;
        this.shape = List.copyOf(shape);
        this.data = data;
    }

    /** The NumPy type without its byte order, such as {@code u1} or {@code f4}. */
    public String typeName() {
        return type.code();
    }

    public List<Integer> shape() {
        return shape;
    }

    public int size() {
        return data.remaining() / type.bytes();
    }

    /** A value by its place in C order. */
    public double value(int index) {
        return type.value(data, data.position() + index * type.bytes());
    }

    /** The values from a place on, as floats. */
    public float[] floats(int start, int count) {
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = (float) value(start + index);
        }
        return values;
    }

    /**
     * All values as whole numbers: class labels.
     *
     * @throws ImageFormatException when one is not a whole number of 32 bits
     */
    public int[] integers() throws ImageFormatException {
        int[] values = new int[size()];
        for (int index = 0; index < values.length; index++) {
            double value = value(index);
            values[index] = (int) value;
            if (values[index] != value) {
                throw new ImageFormatException(
                        "Value %d of the array is %s, it should be a whole number".formatted(index, value));
            }
        }
        return values;
    }

    /** The shape for messages, such as {@code (4708, 28, 28)}. */
    public String shapeText() {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
