package org.roentgen.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.network.layer.Add;
import org.roentgen.network.layer.AveragePool;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.ChannelScale;
import org.roentgen.network.layer.Concat;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.ConvTranspose;
import org.roentgen.network.layer.Dropout;
import org.roentgen.network.layer.Flatten;
import org.roentgen.network.layer.GlobalAveragePool;
import org.roentgen.network.layer.InstanceNorm;
import org.roentgen.network.layer.LeakyRelu;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.layer.MaxPool;
import org.roentgen.network.layer.Relu;
import org.roentgen.network.layer.Sigmoid;
import org.roentgen.network.layer.Silu;
import org.roentgen.network.layer.Upsample;
import org.roentgen.network.layer.Window;

/**
 * A second implementation of every layer in evaluation mode, written from the definitions with plain loops in double
 * precision: slow, and independent of the emitters that it judges. Images are volumes of depth 1.
 */
public final class ReferenceNetwork {
    private ReferenceNetwork() {}

    /** Output of one sample. */
    public static double[] evaluate(Network network, TensorState state, double[] input) {
        Map<String, double[]> values = new HashMap<>(Map.of(Network.INPUT, input));
        double[] output = input;
        for (Node node : network.nodes()) {
            List<double[]> inputs = node.inputs().stream().map(values::get).toList();
            output = layer(node, state, inputs);
            values.put(node.name(), output);
        }
        return output;
    }

    private static double[] layer(Node node, TensorState state, List<double[]> inputs) {
        double[] x = inputs.getFirst();
        FeatureShape in = node.inputShapes().getFirst();
        return switch (node.layer()) {
            case Conv conv -> convolve(node, conv, state, x);
            case ConvTranspose conv -> spread(node, conv, state, x);
            case BatchNorm norm -> batchNorm(node, norm, state, x);
            case InstanceNorm norm -> instanceNorm(node, norm, state, x);
            case Relu _ -> Arrays.stream(x).map(v -> Math.max(v, 0)).toArray();
            case LeakyRelu leaky ->
                Arrays.stream(x).map(v -> v < 0 ? v * leaky.slope() : v).toArray();
            case Silu _ -> Arrays.stream(x).map(v -> v / (1 + Math.exp(-v))).toArray();
            case Sigmoid _ -> Arrays.stream(x).map(v -> 1 / (1 + Math.exp(-v))).toArray();
            case ChannelScale _ -> {
                double[] scaled = x.clone();
                int size = x.length / in.channels();
                Arrays.setAll(scaled, i -> x[i] * inputs.get(1)[i / size]);
                yield scaled;
            }
            case MaxPool pool -> pool(node, pool.window(), x, true);
            case AveragePool pool -> pool(node, pool.window(), x, false);
            case GlobalAveragePool _ -> channelMeans(in, x);
            case Linear linear -> linear(node, linear, state, x);
            case Flatten _, Dropout _ -> x;
            case Concat _ -> inputs.stream().flatMapToDouble(Arrays::stream).toArray();
            case Add _ -> {
                double[] sum = x.clone();
                Arrays.setAll(sum, i -> x[i] + inputs.get(1)[i]);
                yield sum;
            }
            case Upsample upsample -> upsample(node, upsample, x);
        };
    }

    private static int[] cube(List<Integer> sizes, int missing) {
        List<Integer> all = new ArrayList<>(sizes);
        while (all.size() < 3) {
            all.addFirst(missing);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Calls back for every output position, kernel position and the input position that meet, padding left out. */
    private interface Meeting {
        void at(int output, int kernel, int input);
    }

    private static void slide(int[] out, int[] in, Window window, Meeting meeting) {
        int[] k = cube(window.kernel(), 1);
        int[] s = cube(window.stride(), 1);
        int[] p = cube(window.padding(), 0);
        for (int o = 0; o < out[0] * out[1] * out[2]; o++) {
            int[] at = {o / (out[1] * out[2]), o / out[2] % out[1], o % out[2]};
            for (int q = 0; q < k[0] * k[1] * k[2]; q++) {
                int[] kernel = {q / (k[1] * k[2]), q / k[2] % k[1], q % k[2]};
                int index = 0;
                boolean inside = true;
                for (int axis = 0; axis < 3; axis++) {
                    int position = at[axis] * s[axis] - p[axis] + kernel[axis];
                    inside &= position >= 0 && position < in[axis];
                    index = index * in[axis] + position;
                }
                if (inside) {
                    meeting.at(o, q, index);
                }
            }
        }
    }

    private static double[] convolve(Node node, Conv conv, TensorState state, double[] x) {
        FeatureShape in = node.inputShapes().getFirst();
        float[] weight = state.get(node.tensorName("weight")).values();
        int inSize = in.elements() / in.channels();
        int outSize = node.shape().elements() / conv.filters();
        int channels = in.channels() / conv.groups();
        int kernel = conv.window().elements();
        double[] y = new double[node.shape().elements()];
        for (int f = 0; f < conv.filters(); f++) {
            int filter = f;
            int group = f / (conv.filters() / conv.groups());
            float bias = conv.bias() ? state.get(node.tensorName("bias")).values()[f] : 0;
            Arrays.fill(y, f * outSize, (f + 1) * outSize, bias);
            slide(cube(node.shape().spatial(), 1), cube(in.spatial(), 1), conv.window(), (o, q, i) -> {
                for (int c = 0; c < channels; c++) {
                    y[filter * outSize + o] +=
                            x[(group * channels + c) * inSize + i] * weight[(filter * channels + c) * kernel + q];
                }
            });
        }
        return y;
    }

    private static double[] spread(Node node, ConvTranspose conv, TensorState state, double[] x) {
        FeatureShape in = node.inputShapes().getFirst();
        float[] weight = state.get(node.tensorName("weight")).values();
        int inSize = in.elements() / in.channels();
        int outSize = node.shape().elements() / conv.filters();
        int kernel = conv.window().elements();
        double[] y = new double[node.shape().elements()];
        for (int f = 0; f < conv.filters(); f++) {
            int filter = f;
            float bias = conv.bias() ? state.get(node.tensorName("bias")).values()[f] : 0;
            Arrays.fill(y, f * outSize, (f + 1) * outSize, bias);
            slide(cube(in.spatial(), 1), cube(node.shape().spatial(), 1), conv.window(), (i, q, o) -> {
                for (int c = 0; c < in.channels(); c++) {
                    y[filter * outSize + o] += x[c * inSize + i] * weight[(c * conv.filters() + filter) * kernel + q];
                }
            });
        }
        return y;
    }

    private static double[] batchNorm(Node node, BatchNorm norm, TensorState state, double[] x) {
        float[] mean = state.get(node.tensorName("running_mean")).values();
        float[] variance = state.get(node.tensorName("running_var")).values();
        double[] means = new double[mean.length];
        double[] variances = new double[mean.length];
        Arrays.setAll(means, c -> mean[c]);
        Arrays.setAll(variances, c -> variance[c]);
        return normalise(node, state, x, means, variances, norm.epsilon());
    }

    private static double[] instanceNorm(Node node, InstanceNorm norm, TensorState state, double[] x) {
        double[] means = channelMeans(node.shape(), x);
        int size = x.length / means.length;
        double[] squares = x.clone();
        Arrays.setAll(squares, i -> Math.pow(x[i] - means[i / size], 2));
        return normalise(node, state, x, means, channelMeans(node.shape(), squares), norm.epsilon());
    }

    private static double[] normalise(
            Node node, TensorState state, double[] x, double[] means, double[] variances, double epsilon) {
        float[] gamma = state.get(node.tensorName("weight")).values();
        float[] beta = state.get(node.tensorName("bias")).values();
        int size = x.length / means.length;
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> {
            int c = i / size;
            return (x[i] - means[c]) / Math.sqrt(variances[c] + epsilon) * gamma[c] + beta[c];
        });
        return y;
    }

    private static double[] channelMeans(FeatureShape shape, double[] x) {
        int size = x.length / shape.channels();
        double[] means = new double[shape.channels()];
        for (int i = 0; i < x.length; i++) {
            means[i / size] += x[i] / size;
        }
        return means;
    }

    private static double[] pool(Node node, Window window, double[] x, boolean largest) {
        FeatureShape in = node.inputShapes().getFirst();
        int inSize = in.elements() / in.channels();
        int outSize = node.shape().elements() / in.channels();
        double[] y = new double[node.shape().elements()];
        Arrays.fill(y, largest ? Double.NEGATIVE_INFINITY : 0);
        for (int c = 0; c < in.channels(); c++) {
            int channel = c;
            slide(cube(node.shape().spatial(), 1), cube(in.spatial(), 1), window, (o, q, i) -> {
                double value = x[channel * inSize + i];
                int at = channel * outSize + o;
                y[at] = largest ? Math.max(y[at], value) : y[at] + value / window.elements();
            });
        }
        return y;
    }

    private static double[] linear(Node node, Linear linear, TensorState state, double[] x) {
        float[] weight = state.get(node.tensorName("weight")).values();
        double[] y = new double[linear.units()];
        for (int unit = 0; unit < linear.units(); unit++) {
            y[unit] = linear.bias() ? state.get(node.tensorName("bias")).values()[unit] : 0;
            for (int i = 0; i < x.length; i++) {
                y[unit] += weight[unit * x.length + i] * x[i];
            }
        }
        return y;
    }

    private static double[] upsample(Node node, Upsample layer, double[] x) {
        FeatureShape in = node.inputShapes().getFirst();
        int[] from = cube(in.spatial(), 1);
        int[] to = cube(node.shape().spatial(), 1);
        int[] factor = cube(layer.factor(), 1);
        int inSize = from[0] * from[1] * from[2];
        int outSize = to[0] * to[1] * to[2];
        double[] y = new double[node.shape().elements()];
        for (int o = 0; o < y.length; o++) {
            int rest = o % outSize;
            int[] at = {rest / (to[1] * to[2]), rest / to[2] % to[1], rest % to[2]};
            for (int corner = 0; corner < 8; corner++) {
                double share = 1;
                int index = 0;
                for (int axis = 0; axis < 3; axis++) {
                    boolean upper = (corner >> axis & 1) == 1;
                    double position = Math.max(0, (at[axis] + 0.5) / factor[axis] - 0.5);
                    double fraction = position - Math.floor(position);
                    int cell = (int) position + (upper ? 1 : 0);
                    if (layer.mode() == Upsample.Mode.NEAREST) {
                        fraction = 0;
                        cell = at[axis] / factor[axis];
                    }
                    share *= upper ? fraction : 1 - fraction;
                    index = index * from[axis] + Math.min(cell, from[axis] - 1);
                }
                y[o] += share == 0 ? 0 : share * x[o / outSize * inSize + index];
            }
        }
        return y;
    }
}
