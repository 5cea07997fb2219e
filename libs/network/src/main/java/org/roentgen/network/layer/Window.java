package org.roentgen.network.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.roentgen.network.InvalidNetworkException;

/** A sliding window with one entry for each spatial axis; padding is the same on both sides. */
public record Window(List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    public Window {
        kernel = List.copyOf(kernel);
        stride = List.copyOf(stride);
        padding = List.copyOf(padding);
        if (kernel.size() != stride.size() || kernel.size() != padding.size()) {
            throw new InvalidNetworkException(
                    "Window " + kernel + ", " + stride + ", " + padding + " must have the same number of axes");
        }
        for (int axis = 0; axis < kernel.size(); axis++) {
            if (kernel.get(axis) < 1 || stride.get(axis) < 1 || padding.get(axis) < 0) {
                throw new InvalidNetworkException(
                        "Window needs kernel and stride of at least 1 and no negative padding," + " but has " + kernel
                                + ", " + stride + ", " + padding);
            }
        }
    }

    /** The same kernel, stride and padding along each of {@code rank} axes. */
    public static Window of(int rank, int kernel, int stride, int padding) {
        return new Window(
                Collections.nCopies(rank, kernel),
                Collections.nCopies(rank, stride),
                Collections.nCopies(rank, padding));
    }

    /** Stride 1, padded so that the size is kept; the kernel must be odd. */
    public static Window same(int rank, int kernel) {
        return of(rank, kernel, 1, kernel / 2);
    }

    public int rank() {
        return kernel.size();
    }

    public int elements() {
        return kernel.stream().reduce(1, Math::multiplyExact);
    }

    /** Sizes after a convolution or pooling with this window. */
    public List<Integer> slide(List<Integer> sizes) {
        checkRank(sizes);
        List<Integer> result = new ArrayList<>();
        for (int axis = 0; axis < rank(); axis++) {
            int room = sizes.get(axis) + 2 * padding.get(axis) - kernel.get(axis);
            if (room < 0) {
                throw new InvalidNetworkException("input of " + sizes + " is smaller than the window " + kernel
                        + "; use a larger input or fewer down-sampling layers");
            }
            result.add(room / stride.get(axis) + 1);
        }
        return result;
    }

    /** Sizes after a transposed convolution with this window. */
    public List<Integer> spread(List<Integer> sizes) {
        checkRank(sizes);
        List<Integer> result = new ArrayList<>();
        for (int axis = 0; axis < rank(); axis++) {
            result.add((sizes.get(axis) - 1) * stride.get(axis) - 2 * padding.get(axis) + kernel.get(axis));
        }
        return result;
    }

    /** Padding as ONNX wants it: the starts of all axes, then the ends. */
    List<Integer> onnxPads() {
        List<Integer> pads = new ArrayList<>(padding);
        pads.addAll(padding);
        return pads;
    }

    private void checkRank(List<Integer> sizes) {
        if (sizes.size() != rank()) {
            throw new InvalidNetworkException(
                    "window of " + rank() + " axes cannot slide over an input of " + sizes.size() + " spatial axes");
        }
    }
}
