package org.roentgen.dicom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Processor time of this process, all its threads together: what a figure per core is made of, whatever else runs. */
final class Stopwatch {
    private static final long WARM_UP_NANOSECONDS = 5_000_000_000L;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Stopwatch() {}

    /** The least processor time in seconds of some rounds, after others that warm up for seconds of processor time. */
    static double bestCpuSeconds(int rounds, Work work) throws IOException {
        long start = SYSTEM.getProcessCpuTime();
        while (SYSTEM.getProcessCpuTime() - start < WARM_UP_NANOSECONDS) {
            work.run();
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long begin = SYSTEM.getProcessCpuTime();
            work.run();
            best = Math.min(best, SYSTEM.getProcessCpuTime() - begin);
        }
        return Math.max(best, 1_000_000) / 1e9;
    }
}
