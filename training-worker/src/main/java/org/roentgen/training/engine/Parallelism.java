package org.roentgen.training.engine;

import java.util.OptionalInt;

/**
 * How a worker shares its processors.
 *
 * @param threads of one operator
 * @param trainings that run at once; the others stay with the broker for other workers
 */
public record Parallelism(int threads, int trainings) {
    /** A step of a 3D U-Net on two cores takes 0.52 s with two threads, 0.81 s with one. */
    private static final int FEWEST_THREADS = 2;

    public Parallelism {
        refuseBelowOne("roentgen.training.threads", threads);
        refuseBelowOne("roentgen.training.concurrent-trainings", trainings);
    }

    private static void refuseBelowOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    setting + " is " + value + ", but must be 1 or more; leave it out to have it chosen");
        }
    }

    /** Threads of one operator: where nothing is asked for, two, or half of the cores where that is more. */
    public static int threads(int cores, OptionalInt asked) {
        return asked.orElse(Math.min(cores, Math.max(FEWEST_THREADS, cores / 2)));
    }

    /**
     * Where nothing is asked for, as many trainings as find cores for their threads, and one on a GPU, whose memory is not estimated.
     *
     * @param threads of one operator
     */
    public static Parallelism of(int cores, int threads, ComputeDevice device, OptionalInt asked) {
        return new Parallelism(
                threads, asked.orElseGet(() -> device.isCuda() ? 1 : Math.max(1, cores / Math.max(1, threads))));
    }
}
