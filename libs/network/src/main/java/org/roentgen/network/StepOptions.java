package org.roentgen.network;

/**
 * What a training step does beside forward, loss, gradient and update.
 *
 * @param gradientNormLimit gradients with a larger norm over all parameters are scaled down to it; infinite for none
 * @param averageDecay how much of the averaged weights stays at each step (Polyak and Juditsky 1992), such as 0.999; they are
 *     what is evaluated and served; 0 for none
 * @param microBatches parts into which a batch is cut, their gradients averaged before the update: less memory at the same batch
 * @param mixup parameter of the Beta distribution from which shares are drawn to blend each sample and its target with another
 *     one's (Zhang et al. 2018); 0 for none
 */
public record StepOptions(double gradientNormLimit, double averageDecay, int microBatches, double mixup) {
    public StepOptions {
        check(gradientNormLimit > 0, "Gradient norm limit", gradientNormLimit, "above 0; use infinity for none");
        check(averageDecay >= 0 && averageDecay < 1, "Decay of averaged weights", averageDecay, "at least 0, below 1");
        check(microBatches >= 1, "Number of micro-batches", microBatches, "at least 1");
        check(mixup >= 0 && mixup <= 10, "Mixup", mixup, "from 0 to 10");
    }

    private static void check(boolean holds, String name, double value, String rule) {
        if (!holds) {
            throw new InvalidNetworkException(name + " is " + value + ", it must be " + rule);
        }
    }

    public static StepOptions clipping(double gradientNormLimit) {
        return new StepOptions(gradientNormLimit, 0, 1, 0);
    }

    public boolean averages() {
        return averageDecay > 0;
    }
}
