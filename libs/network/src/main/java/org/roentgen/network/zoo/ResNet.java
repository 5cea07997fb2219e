package org.roentgen.network.zoo;

import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.layer.Add;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.GlobalAveragePool;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.layer.MaxPool;
import org.roentgen.network.layer.Relu;
import org.roentgen.network.layer.Window;

/**
 * Residual networks (He et al. 2016) for images or volumes: the basic block for 18 and 34 layers, the bottleneck with its
 * stride in the middle for 50. Inputs below 64 pixels take the form for small images: a 3-wide first convolution without
 * stride or pooling.
 */
public enum ResNet {
    RESNET_18(List.of(2, 2, 2, 2), false),
    RESNET_34(List.of(3, 4, 6, 3), false),
    RESNET_50(List.of(3, 4, 6, 3), true);

    private static final int SMALL_IMAGE = 64;
    private static final int FIRST_FILTERS = 64;
    private static final int EXPANSION = 4;

    private final List<Integer> blocks;
    private final boolean bottleneck;

    ResNet(List<Integer> blocks, boolean bottleneck) {
        this.blocks = blocks;
        this.bottleneck = bottleneck;
    }

    public Network build(FeatureShape input, int classes) {
        Network.Builder net = Network.builder(input);
        int rank = input.rank();
        boolean small = input.spatial().stream().anyMatch(size -> size < SMALL_IMAGE);
        Window stem = small ? Window.same(rank, 3) : Window.of(rank, 7, 2, 3);
        String x = activated(net, "stem", Network.INPUT, new Conv(FIRST_FILTERS, stem, 1, false));
        if (!small) {
            x = net.add("stem_pool", new MaxPool(Window.of(rank, 3, 2, 1)), x);
        }
        for (int stage = 0; stage < blocks.size(); stage++) {
            for (int block = 0; block < blocks.get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                x = block(net, "stage" + stage + "_" + block, x, FIRST_FILTERS << stage, stride);
            }
        }
        x = net.add("pool", new GlobalAveragePool(), x);
        net.add("scores", new Linear(classes, true), x);
        return net.build();
    }

    private String block(Network.Builder net, String name, String input, int filters, int stride) {
        int rank = net.shapeOf(input).rank();
        Conv strided = new Conv(filters, Window.of(rank, 3, stride, 1), 1, false);
        int outputs = bottleneck ? filters * EXPANSION : filters;
        String x;
        if (bottleneck) {
            x = activated(net, name + "_one", input, Conv.same(filters, rank, 1, false));
            x = activated(net, name + "_two", x, strided);
            x = normalized(net, name + "_three", x, Conv.same(outputs, rank, 1, false));
        } else {
            x = activated(net, name + "_one", input, strided);
            x = normalized(net, name + "_two", x, Conv.same(filters, rank, 3, false));
        }
        String shortcut = input;
        if (stride != 1 || net.shapeOf(input).channels() != outputs) {
            Conv projection = new Conv(outputs, Window.of(rank, 1, stride, 0), 1, false);
            shortcut = normalized(net, name + "_short", input, projection);
        }
        return net.add(name, new Relu(), net.add(name + "_add", new Add(), x, shortcut));
    }

    private static String activated(Network.Builder net, String name, String input, Conv conv) {
        return net.add(name + "_relu", new Relu(), normalized(net, name, input, conv));
    }

    private static String normalized(Network.Builder net, String name, String input, Conv conv) {
        return net.add(name + "_norm", BatchNorm.standard(), net.add(name + "_conv", conv, input));
    }
}
