package org.roentgen.training.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** One way to train, measured in steps of its optimiser. */
interface Stepper extends AutoCloseable {
    /** Takes some steps and says how many. */
    int advance() throws Exception;

    @Override
    void close();

    /**
     * Steps for each second.
     *
     * @param elapsed of the clock, which other programs slow down and waiting for data too
     * @param processor of the stepping thread, in which the engine computes with one thread
     */
    record Rate(double elapsed, double processor) {}

    /** Steps over at least a time of the clock. */
    default Rate rate(double seconds) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        long busy = threads.getCurrentThreadCpuTime();
        int steps = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            steps += advance();
            elapsed = (System.nanoTime() - begin) / 1e9;
        }
        return new Rate(steps / elapsed, steps * 1e9 / (threads.getCurrentThreadCpuTime() - busy));
    }
}
