package org.roentgen.network.zoo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.InvalidNetworkException;
import org.roentgen.network.Network;
import org.roentgen.network.layer.BatchNorm;
import org.roentgen.network.layer.Concat;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.ConvTranspose;
import org.roentgen.network.layer.InstanceNorm;
import org.roentgen.network.layer.LeakyRelu;
import org.roentgen.network.layer.MaxPool;

/**
 * U-Net (Ronneberger et al. 2015; Cicek et al. 2016 for volumes): two convolutions a level, max pooling down,
 * transposed convolutions up, skips joined by concatenation, one score for each class and pixel.
 *
 * @param width channels of the first level; each level below doubles them
 * @param depth number of times the resolution is halved
 */
public record UNet(int width, int depth, Normalization normalization) {
    private static final double SLOPE = 0.01;

    /** Normalisation after each convolution. */
    public enum Normalization {
        BATCH,
        INSTANCE
    }

    public UNet {
        if (width < 1 || depth < 1) {
            throw new InvalidNetworkException(
                    "U-Net width (" + width + ") and depth (" + depth + ") must be at least 1");
        }
    }

    /** The factor that each spatial size of the input must be a multiple of. */
    public int sizeMultiple() {
        return 1 << depth;
    }

    /** @throws InvalidNetworkException when a spatial size is not a multiple of {@link #sizeMultiple()} */
    public Network build(FeatureShape input, int classes) {
        if (input.spatial().stream().anyMatch(size -> size % sizeMultiple() != 0)) {
            throw new InvalidNetworkException("A U-Net of depth " + depth + " needs sizes that are multiples of "
                    + sizeMultiple() + ", but the input is " + input.spatial() + "; pad it or choose a smaller depth");
        }
        Network.Builder net = Network.builder(input);
        int rank = input.rank();
        List<Integer> two = Collections.nCopies(rank, 2);
        List<String> skips = new ArrayList<>();
        String x = Network.INPUT;
        for (int level = 0; level < depth; level++) {
            x = level(net, "down" + level, x, width << level, rank);
            skips.add(x);
            x = net.add("pool" + level, MaxPool.by(two), x);
        }
        x = level(net, "bottom", x, width << depth, rank);
        for (int level = depth - 1; level >= 0; level--) {
            String up = net.add("grow" + level, ConvTranspose.upsampling(width << level, two), x);
            x = net.add("join" + level, new Concat(), skips.get(level), up);
            x = level(net, "up" + level, x, width << level, rank);
        }
        net.add("scores", Conv.same(classes, rank, 1, true), x);
        return net.build();
    }

    private String level(Network.Builder net, String name, String input, int filters, int rank) {
        String x = input;
        for (String part : List.of("a", "b")) {
            x = net.add(name + part, Conv.same(filters, rank, 3, false), x);
            x = net.add(
                    name + part + "_norm",
                    switch (normalization) {
                        case BATCH -> BatchNorm.standard();
                        case INSTANCE -> InstanceNorm.standard();
                    },
                    x);
            x = net.add(name + part + "_act", new LeakyRelu(SLOPE), x);
        }
        return x;
    }
}
