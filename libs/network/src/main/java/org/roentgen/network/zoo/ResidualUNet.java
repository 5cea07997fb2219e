package org.roentgen.network.zoo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.Network;
import org.roentgen.network.layer.Add;
import org.roentgen.network.layer.Concat;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.ConvTranspose;
import org.roentgen.network.layer.InstanceNorm;
import org.roentgen.network.layer.LeakyRelu;
import org.roentgen.network.layer.Window;

/**
 * U-Net with residual blocks in its encoder, strided convolutions down, and deep supervision: every level but the two coarsest
 * has scores of its own while training, each with half the weight of the finer one (Isensee et al. 2021 and 2024, nnU-Net).
 *
 * @param width channels of the first level; each level below doubles them
 * @param depth number of times the resolution is halved
 */
public record ResidualUNet(int width, int depth) {
    private static final double SLOPE = 0.01;
    private static final double COARSER = 0.5;

    public ResidualUNet {
        if (width < 1 || depth < 1) {
            throw new InvalidNetworkException(
                    "Residual U-Net width (" + width + ") and depth (" + depth + ") must be at least 1");
        }
    }

    /** The factor that each spatial size of the input must be a multiple of. */
    public int sizeMultiple() {
        return 1 << depth;
    }

    /** @throws InvalidNetworkException when a spatial size is not a multiple of {@link #sizeMultiple()} */
    public Network build(FeatureShape input, int classes) {
        if (input.spatial().stream().anyMatch(size -> size % sizeMultiple() != 0)) {
            throw new InvalidNetworkException(
                    "A residual U-Net of depth " + depth + " needs sizes that are multiples of " + sizeMultiple()
                            + ", but the input is " + input.spatial() + "; pad it or choose a smaller depth");
        }
        Network.Builder net = Network.builder(input);
        int rank = input.rank();
        List<Integer> two = Collections.nCopies(rank, 2);
        List<String> skips = new ArrayList<>();
        String x = Network.INPUT;
        for (int level = 0; level <= depth; level++) {
            x = residual(net, "down" + level, x, width << level, level == 0 ? 1 : 2);
            skips.add(x);
        }
        for (int level = depth - 1; level >= 0; level--) {
            String up = net.add("grow" + level, ConvTranspose.upsampling(width << level, two), x);
            x = net.add("join" + level, new Concat(), skips.get(level), up);
            x = activated(net, "up" + level, x, Conv.same(width << level, rank, 3, false));
            if (level > 0 && level < depth - 1) {
                String scores = net.add("scores" + level, Conv.same(classes, rank, 1, true), x);
                net.auxiliary(scores, Math.pow(COARSER, level));
            }
        }
        net.add("scores", Conv.same(classes, rank, 1, true), x);
        return net.build();
    }

    private static String residual(Network.Builder net, String name, String input, int filters, int stride) {
        int rank = net.shapeOf(input).rank();
        String x = activated(net, name + "a", input, new Conv(filters, Window.of(rank, 3, stride, 1), 1, false));
        x = normalized(net, name + "b", x, Conv.same(filters, rank, 3, false));
        String shortcut =
                normalized(net, name + "_short", input, new Conv(filters, Window.of(rank, 1, stride, 0), 1, false));
        return net.add(name, new LeakyRelu(SLOPE), net.add(name + "_add", new Add(), x, shortcut));
    }

    private static String activated(Network.Builder net, String name, String input, Conv conv) {
        return net.add(name + "_act", new LeakyRelu(SLOPE), normalized(net, name, input, conv));
    }

    private static String normalized(Network.Builder net, String name, String input, Conv conv) {
        return net.add(name + "_norm", InstanceNorm.standard(), net.add(name + "_conv", conv, input));
    }
}
