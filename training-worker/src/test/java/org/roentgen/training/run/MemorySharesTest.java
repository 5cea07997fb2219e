package org.roentgen.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.training.plan.MemoryEstimate;
import org.roentgen.training.plan.MemoryLimit;

class MemorySharesTest {
    private static final long MIB = 1 << 20;

    private final MemoryShares shares = new MemoryShares(() -> new MemoryLimit(100 * MIB, 50 * MIB));
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void whatFitsTogetherNeedNotWait() throws Exception {
        try (MemoryShares.Share first = take(60, 20);
                MemoryShares.Share second = take(40, 30)) {
            assertThat(first).isNotSameAs(second);
        }
    }

    @Test
    void whatDoesNotFitBesideAnotherWaitsForItsEnd() throws Exception {
        assertWaits(60, 1, 41, 1);
        assertWaits(1, 40, 1, 11);
    }

    private void assertWaits(long engine, long heap, long otherEngine, long otherHeap) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        MemoryShares.Share first = take(engine, heap);
        Future<MemoryShares.Share> second =
                other.submit(() -> shares.take(estimate(otherEngine, otherHeap), () -> false, waiting::countDown));
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(second.isDone()).isFalse();
        first.close();
        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void aJobThatWaitsCanBeCancelled() throws Exception {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        try (MemoryShares.Share _ = take(60, 1)) {
            Future<MemoryShares.Share> second = other.submit(
                    () -> shares.take(estimate(60, 1), () -> cancelled.getNow(false), () -> cancelled.complete(true)));
            assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        }
        take(100, 50).close();
    }

    @Test
    void whatWouldNotFitAloneIsRefusedAtOnceWithTheFix() throws Exception {
        try (MemoryShares.Share _ = take(60, 1)) {
            assertThatThrownBy(() -> take(101, 1))
                    .isInstanceOf(RoentgenException.class)
                    .hasMessageContaining("100 MiB are free");
            assertThatThrownBy(() -> take(1, 51))
                    .isInstanceOf(RoentgenException.class)
                    .hasMessageContaining("give the worker a larger heap");
        }
    }

    private MemoryShares.Share take(long engine, long heap) throws Exception {
        return shares.take(estimate(engine, heap), () -> false, () -> {
            throw new AssertionError("It waits");
        });
    }

    private static MemoryEstimate estimate(long engine, long heap) {
        return new MemoryEstimate(0, 0, 0, engine * MIB, 1, heap * MIB);
    }
}
