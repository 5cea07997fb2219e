package org.roentgen.dicom.network;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One request of ours whose final response is outstanding. Responses are taken one by one with {@link #next}. */
public final class Invocation {
    private static final int CAPACITY = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Response> responses = new ArrayDeque<>();
    private final AcceptedContext context;
    private final int messageId;
    private @Nullable IOException failure;

    Invocation(AcceptedContext context, int messageId) {
        this.context = context;
        this.messageId = messageId;
    }

    /** Message ID (0000,0110) of the request. */
    public int messageId() {
        return messageId;
    }

    AcceptedContext context() {
        return context;
    }

    /**
     * Waits for the next response.
     *
     * @throws SocketTimeoutException when none comes within {@code patience}
     * @throws IOException when the association broke first
     */
    Response next(Duration patience) throws IOException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (responses.isEmpty()) {
                if (failure != null) {
                    throw new IOException(failure.getMessage(), failure);
                }
                if (nanos <= 0) {
                    throw new SocketTimeoutException("no response within %s".formatted(patience));
                }
                nanos = changed.awaitNanos(nanos);
            }
            changed.signalAll();
            return responses.remove();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a response", interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Hands a response over; waits while the taker is behind, so that the peer is slowed down. */
    void deliver(Response response, Duration patience) throws IOException, InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (responses.size() >= CAPACITY) {
                if (nanos <= 0) {
                    throw new SocketTimeoutException("responses were not taken within %s".formatted(patience));
                }
                nanos = changed.awaitNanos(nanos);
            }
            responses.add(response);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void fail(IOException cause) {
        lock.lock();
        try {
            failure = cause;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
