package org.roentgen.dicom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Processor time of this process, all its threads together: what a figure per core is made of, whatever else runs. */
final class Stopwatch {
    private static final long WARM_UP_NANOSECONDS = 5_000_000_000L;
    private static final long ROUND_NANOSECONDS = 600_000_000L;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Stopwatch() {}

    /**
     * The least processor time in seconds that the work takes, of some rounds, after others that warm up for seconds. Each round
     * repeats the work until the clock's steps of up to 10 ms do not matter.
     */
    static double bestCpuSeconds(int rounds, Work work) throws IOException {
        long start = SYSTEM.getProcessCpuTime();
        int runs = 0;
        while (SYSTEM.getProcessCpuTime() - start < WARM_UP_NANOSECONDS) {
            work.run();
            runs++;
        }
        int repeats = (int) Math.ceilDiv(runs * ROUND_NANOSECONDS, WARM_UP_NANOSECONDS);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long begin = SYSTEM.getProcessCpuTime();
            for (int repeat = 0; repeat < repeats; repeat++) {
                work.run();
            }
            best = Math.min(best, SYSTEM.getProcessCpuTime() - begin);
        }
        return best / 1e9 / repeats;
    }
}
