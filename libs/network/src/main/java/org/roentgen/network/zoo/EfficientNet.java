package org.roentgen.network.zoo;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.layer.Add;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.ChannelScale;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.Dropout;
import org.roentgen.network.layer.GlobalAveragePool;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.layer.Sigmoid;
import org.roentgen.network.layer.Silu;
import org.roentgen.network.layer.Window;

/**
 * A small network in the manner of EfficientNet (Tan and Le 2019), for images or volumes: inverted bottlenecks with depthwise
 * convolutions, squeeze and excitation. Inputs below 64 pixels are not halved by the first convolution.
 */
public final class EfficientNet {
    private static final int SMALL_IMAGE = 64;
    private static final int STEM = 24;
    private static final int HEAD = 256;
    private static final int SQUEEZE = 4;
    private static final List<Stage> STAGES =
            List.of(new Stage(1, 16, 1, 1), new Stage(4, 24, 2, 2), new Stage(4, 48, 2, 2), new Stage(4, 96, 2, 2));

    /** Blocks of one width; the first of them strides. */
    private record Stage(int expansion, int filters, int blocks, int stride) {}

    private EfficientNet() {}

    public static Network small(FeatureShape input, int classes, double dropout) {
        Network.Builder net = Network.builder(input);
        int rank = input.rank();
        boolean small = input.spatial().stream().anyMatch(size -> size < SMALL_IMAGE);
        Conv stem = new Conv(STEM, Window.of(rank, 3, small ? 1 : 2, 1), 1, false);
        String x = activated(net, "stem", Network.INPUT, stem);
        for (int index = 0; index < STAGES.size(); index++) {
            Stage stage = STAGES.get(index);
            for (int block = 0; block < stage.blocks(); block++) {
                x = block(net, "stage" + index + "_" + block, x, stage, block == 0 ? stage.stride() : 1);
            }
        }
        x = activated(net, "head", x, Conv.same(HEAD, rank, 1, false));
        x = net.add("dropout", new Dropout(dropout), net.add("pool", new GlobalAveragePool(), x));
        net.add("scores", new Linear(classes, true), x);
        return net.build();
    }

    private static String block(Network.Builder net, String name, String input, Stage stage, int stride) {
        FeatureShape shape = net.shapeOf(input);
        int rank = shape.rank();
        int wide = shape.channels() * stage.expansion();
        String x = input;
        if (stage.expansion() > 1) {
            x = activated(net, name + "_wide", x, Conv.same(wide, rank, 1, false));
        }
        x = activated(net, name + "_deep", x, new Conv(wide, Window.of(rank, 3, stride, 1), wide, false));
        x = excited(net, name, x, Math.max(1, shape.channels() / SQUEEZE));
        x = normalized(net, name + "_thin", x, Conv.same(stage.filters(), rank, 1, false));
        return stride == 1 && shape.channels() == stage.filters() ? net.add(name, new Add(), x, input) : x;
    }

    private static String excited(Network.Builder net, String name, String input, int squeezed) {
        int channels = net.shapeOf(input).channels();
        String x = net.add(name + "_squeeze", new GlobalAveragePool(), input);
        x = net.add(name + "_reduce", new Linear(squeezed, true), x);
        x = net.add(name + "_reduce_act", new Silu(), x);
        x = net.add(name + "_expand", new Linear(channels, true), x);
        x = net.add(name + "_gate", new Sigmoid(), x);
        return net.add(name + "_scale", new ChannelScale(), input, x);
    }

    private static String activated(Network.Builder net, String name, String input, Conv conv) {
        return net.add(name + "_act", new Silu(), normalized(net, name, input, conv));
    }

    private static String normalized(Network.Builder net, String name, String input, Conv conv) {
        return net.add(name + "_norm", BatchNorm.standard(), net.add(name + "_conv", conv, input));
    }
}
