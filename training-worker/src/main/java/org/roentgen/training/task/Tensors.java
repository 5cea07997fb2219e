package org.roentgen.training.task;

import java.util.List;

/** Joins samples to batches. */
final class Tensors {
    private Tensors() {}

    static float[] concatenate(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int next = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, next, part.length);
            next += part.length;
        }
        return all;
    }
}
