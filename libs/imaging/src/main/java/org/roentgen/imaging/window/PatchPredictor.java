package org.roentgen.imaging.window;

/** A network as seen from here. */
@FunctionalInterface
public interface PatchPredictor {
    /**
     * Class probabilities of a batch.
     *
     * @param patches the input, last axis fastest
     * @param shape {batch, channels, depth, height, width}, or without depth for slices
     * @return {batch, classes, ...} of the same spatial size
     */
    float[] predict(float[] patches, long[] shape);
}
