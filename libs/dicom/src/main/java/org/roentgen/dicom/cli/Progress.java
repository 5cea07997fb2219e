package org.roentgen.dicom.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Says how far long work is: nothing about work of a few seconds, then a line on standard error every few seconds. */
final class Progress {
    private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

    private final PrintStream err;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong due = new AtomicLong(System.nanoTime() + INTERVAL);

    /**
     * @param err receives the lines
     * @param total number of files to do
     */
    Progress(PrintStream err, int total) {
        this.err = err;
        this.total = total;
    }

    /** Counts a file; many threads may. */
    void step() {
        int count = done.incrementAndGet();
        long now = System.nanoTime();
        long next = due.get();
        if (now - next >= 0 && count < total && due.compareAndSet(next, now + INTERVAL)) {
            err.println(count + " of " + total + " files");
        }
    }
}
