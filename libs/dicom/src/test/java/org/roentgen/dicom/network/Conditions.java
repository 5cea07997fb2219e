package org.roentgen.dicom.network;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about. */
public final class Conditions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Conditions() {}

    public static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("condition did not come true within " + PATIENCE);
            }
            Thread.sleep(Duration.ofMillis(5));
        }
    }
}
