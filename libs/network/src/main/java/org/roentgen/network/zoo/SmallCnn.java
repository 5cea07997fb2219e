package org.roentgen.network.zoo;

import java.util.Collections;
import java.util.List;
import org.roentgen.network.FeatureShape;
import org.roentgen.network.Network;
import org.roentgen.network.layer.Conv;
import org.roentgen.network.layer.Dropout;
import org.roentgen.network.layer.Flatten;
import org.roentgen.network.layer.Linear;
import org.roentgen.network.layer.MaxPool;
import org.roentgen.network.layer.Relu;

/** The textbook classifier: convolution of 32, pool, convolution of 64, pool, 128 units, dropout, one score a class. */
public final class SmallCnn {
    private SmallCnn() {}

    public static Network of(FeatureShape input, int classes, double dropout) {
        Network.Builder net = Network.builder(input);
        int rank = input.rank();
        List<Integer> half = Collections.nCopies(rank, 2);
        String x = net.add("conv1", Conv.same(32, rank, 3, true), Network.INPUT);
        x = net.add("relu1", new Relu(), x);
        x = net.add("pool1", MaxPool.by(half), x);
        x = net.add("conv2", Conv.same(64, rank, 3, true), x);
        x = net.add("relu2", new Relu(), x);
        x = net.add("pool2", MaxPool.by(half), x);
        x = net.add("flatten", new Flatten(), x);
        x = net.add("hidden", new Linear(128, true), x);
        x = net.add("relu3", new Relu(), x);
        x = net.add("dropout", new Dropout(dropout), x);
        net.add("scores", new Linear(classes, true), x);
        return net.build();
    }
}
