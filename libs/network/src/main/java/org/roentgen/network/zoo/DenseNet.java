package org.roentgen.network.zoo;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.layer.AveragePool;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.Concat;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.GlobalAveragePool;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.layer.MaxPool;
import org.roentgen.network.layer.Relu;
import org.roentgen.network.layer.Window;

/**
 * Densely connected networks (Huang et al. 2017) with bottlenecks and compression, for images or volumes. Inputs below 64
 * pixels take a 3-wide first convolution without stride or pooling.
 */
public enum DenseNet {
    DENSENET_121(List.of(6, 12, 24, 16));

    private static final int SMALL_IMAGE = 64;
    private static final int GROWTH = 32;
    private static final int BOTTLENECK = 4;

    private final List<Integer> blocks;

    DenseNet(List<Integer> blocks) {
        this.blocks = blocks;
    }

    public Network build(FeatureShape input, int classes) {
        Network.Builder net = Network.builder(input);
        int rank = input.rank();
        boolean small = input.spatial().stream().anyMatch(size -> size < SMALL_IMAGE);
        Window stem = small ? Window.same(rank, 3) : Window.of(rank, 7, 2, 3);
        String x = net.add("stem_conv", new Conv(2 * GROWTH, stem, 1, false), Network.INPUT);
        x = activated(net, "stem", x);
        if (!small) {
            x = net.add("stem_pool", new MaxPool(Window.of(rank, 3, 2, 1)), x);
        }
        for (int block = 0; block < blocks.size(); block++) {
            for (int layer = 0; layer < blocks.get(block); layer++) {
                x = layer(net, "block" + block + "_" + layer, x);
            }
            if (block < blocks.size() - 1) {
                x = transition(net, "transition" + block, x);
            }
        }
        x = net.add("pool", new GlobalAveragePool(), activated(net, "last", x));
        net.add("scores", new Linear(classes, true), x);
        return net.build();
    }

    private static String layer(Network.Builder net, String name, String input) {
        int rank = net.shapeOf(input).rank();
        String x = activated(net, name + "_one", input);
        x = net.add(name + "_one_conv", Conv.same(BOTTLENECK * GROWTH, rank, 1, false), x);
        x = activated(net, name + "_two", x);
        x = net.add(name + "_two_conv", Conv.same(GROWTH, rank, 3, false), x);
        return net.add(name, new Concat(), input, x);
    }

    /** Halves channels and sizes. */
    private static String transition(Network.Builder net, String name, String input) {
        FeatureShape shape = net.shapeOf(input);
        String x = activated(net, name, input);
        x = net.add(name + "_conv", Conv.same(shape.channels() / 2, shape.rank(), 1, false), x);
        return net.add(name + "_pool", new AveragePool(Window.of(shape.rank(), 2, 2, 0)), x);
    }

    private static String activated(Network.Builder net, String name, String input) {
        return net.add(name + "_relu", new Relu(), net.add(name + "_norm", BatchNorm.standard(), input));
    }
}
