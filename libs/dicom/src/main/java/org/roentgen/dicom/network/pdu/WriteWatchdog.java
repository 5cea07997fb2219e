package org.roentgen.dicom.network.pdu;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes a socket on which one write has blocked too long: Java has no time-out for writes. */
final class WriteWatchdog {
    private static final long IDLE = Long.MIN_VALUE;

    private final Socket socket;
    private final long timeoutNanos;
    private final Executor later;
    private final AtomicBoolean armed = new AtomicBoolean();
    private volatile long startedNanos = IDLE;
    private volatile boolean stopped;
    private volatile boolean expired;

    WriteWatchdog(Socket socket, Duration timeout) {
        this.socket = socket;
        this.timeoutNanos = timeout.toNanos();
        this.later = CompletableFuture.delayedExecutor(
                Math.max(1, timeout.toMillis() / 4), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }

    void begin() {
        startedNanos = System.nanoTime();
        if (armed.compareAndSet(false, true)) {
            later.execute(this::check);
        }
    }

    void end() {
        startedNanos = IDLE;
    }

    void stop() {
        stopped = true;
    }

    boolean expired() {
        return expired;
    }

    private void check() {
        long started = startedNanos;
        if (stopped || started == IDLE) {
            armed.set(false);
            return;
        }
        if (System.nanoTime() - started < timeoutNanos) {
            later.execute(this::check);
            return;
        }
        expired = true;
        try {
            socket.close();
        } catch (IOException _) {
            // the socket is given up either way
        }
    }
}
