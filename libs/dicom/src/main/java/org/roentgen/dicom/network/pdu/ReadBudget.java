package org.roentgen.dicom.network.pdu;

import java.time.Duration;

/**
 * How long reading one message may wait for the peer: a fixed allowance plus what the received bytes earn at a minimum
 * rate. Only time spent waiting for the network counts, so a slow local disk is never taken for a slow peer, and a peer
 * that drips single bytes runs out.
 */
final class ReadBudget {
    private static final long NANOS_PER_BYTE = 1_000_000_000L / 1024;

    private long allowanceNanos;
    private long spentNanos;
    private long earnedNanos;

    void restart(Duration allowance) {
        allowanceNanos = allowance.toNanos();
        spentNanos = 0;
        earnedNanos = 0;
    }

    void account(long waitedNanos, int bytes) {
        spentNanos += waitedNanos;
        earnedNanos += bytes * NANOS_PER_BYTE;
    }

    /** Milliseconds left, at least 1 while there is any; 0 when it is used up. */
    int remainingMillis() {
        long nanos = allowanceNanos + earnedNanos - spentNanos;
        return nanos <= 0 ? 0 : (int) Math.clamp(nanos / 1_000_000, 1, Integer.MAX_VALUE);
    }
}
