package org.roentgen.dicom.network;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The outstanding requests of this side, within the asynchronous operations window (PS3.7 D.3.3.3). */
final class Invocations {
    private static final int MESSAGE_IDS = 0xFFFF;

    private final Map<Integer, Invocation> outstanding = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Semaphore window;
    private volatile @Nullable IOException failure;

    /** A window of 0 stands for no limit. */
    Invocations(int window) {
        this.window = new Semaphore(window == 0 ? MESSAGE_IDS : window);
    }

    Invocation begin(AcceptedContext context, Duration patience) throws IOException {
        try {
            if (!window.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketTimeoutException("operations window stayed full for %s".formatted(patience));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the operations window", interrupted);
        }
        while (true) {
            int id = 1 + Math.floorMod(lastId.getAndIncrement(), MESSAGE_IDS);
            Invocation invocation = new Invocation(context, id);
            if (outstanding.putIfAbsent(id, invocation) == null) {
                IOException broken = failure;
                if (broken != null) {
                    invocation.fail(broken);
                }
                return invocation;
            }
        }
    }

    void end(Invocation invocation) {
        if (outstanding.remove(invocation.messageId(), invocation)) {
            window.release();
        }
    }

    Optional<Invocation> find(int messageId) {
        return Optional.ofNullable(outstanding.get(messageId));
    }

    boolean isEmpty() {
        return outstanding.isEmpty();
    }

    void failAll(IOException cause) {
        failure = cause;
        outstanding.values().forEach(invocation -> invocation.fail(cause));
    }
}
