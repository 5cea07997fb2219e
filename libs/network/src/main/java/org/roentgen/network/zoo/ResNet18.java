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
 * ResNet-18 (He et al. 2016) for images or volumes. Inputs below 64 pixels take the form for small images: a 3-wide
 * first convolution without stride or pooling.
 */
public final class ResNet18 {
    private static final int SMALL_IMAGE = 64;
    private static final List<Integer> STAGES = List.of(64, 128, 256, 512);

    private ResNet18() {}

    public static Network of(FeatureShape input, int classes) {
        Network.Builder net = Network.builder(input);
        int rank = input.rank();
        boolean small = input.spatial().stream().anyMatch(size -> size < SMALL_IMAGE);
        Window stem = small ? Window.same(rank, 3) : Window.of(rank, 7, 2, 3);
        String x = convolution(net, "stem", Network.INPUT, new Conv(64, stem, 1, false));
        x = net.add("stem_relu", new Relu(), x);
        if (!small) {
            x = net.add("stem_pool", new MaxPool(Window.of(rank, 3, 2, 1)), x);
        }
        for (int stage = 0; stage < STAGES.size(); stage++) {
            int stride = stage == 0 ? 1 : 2;
            x = block(net, "stage" + stage + "a", x, STAGES.get(stage), stride);
            x = block(net, "stage" + stage + "b", x, STAGES.get(stage), 1);
        }
        x = net.add("pool", new GlobalAveragePool(), x);
        net.add("scores", new Linear(classes, true), x);
        return net.build();
    }

    private static String block(Network.Builder net, String name, String input, int filters, int stride) {
        FeatureShape shape = net.shapeOf(input);
        int rank = shape.rank();
        String x = convolution(net, name + "_one", input, new Conv(filters, Window.of(rank, 3, stride, 1), 1, false));
        x = net.add(name + "_relu", new Relu(), x);
        x = convolution(net, name + "_two", x, Conv.same(filters, rank, 3, false));
        String shortcut = input;
        if (stride != 1 || shape.channels() != filters) {
            shortcut = convolution(
                    net, name + "_short", input, new Conv(filters, Window.of(rank, 1, stride, 0), 1, false));
        }
        x = net.add(name + "_add", new Add(), x, shortcut);
        return net.add(name, new Relu(), x);
    }

    private static String convolution(Network.Builder net, String name, String input, Conv conv) {
        return net.add(name + "_norm", BatchNorm.standard(), net.add(name + "_conv", conv, input));
    }
}
