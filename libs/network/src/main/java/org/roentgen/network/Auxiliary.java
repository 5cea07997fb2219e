package org.roentgen.network;

/**
 * A second output that only training looks at: deep supervision (Lee et al. 2015). Its target is the network's own, thinned to
 * its size.
 *
 * @param node name of the node; as many channels as the output, and spatial sizes that divide those of the output
 * @param weight of its loss; that of the output itself has weight 1
 */
public record Auxiliary(String node, double weight) {
    public Auxiliary {
        if (!(weight > 0)) {
            throw new InvalidNetworkException(
                    "Auxiliary output '" + node + "' has the weight " + weight + ", it must be above 0");
        }
    }
}
