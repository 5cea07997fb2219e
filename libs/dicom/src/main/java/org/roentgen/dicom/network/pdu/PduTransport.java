package org.roentgen.dicom.network.pdu;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * PDUs over a TCP or TLS socket, with time-outs on every read and write. Reading belongs to one thread; writing must be
 * serialised by the caller.
 */
public final class PduTransport implements Closeable {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private final WriteWatchdog watchdog;
    private final ReadBudget budget = new ReadBudget();
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private final boolean acknowledgesQuickly;
    private int position;
    private int limit;

    /**
     * Takes over a connected socket.
     *
     * @param writeTimeout how long a single write may block before the connection is closed
     */
    public PduTransport(Socket socket, Duration writeTimeout) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
        this.watchdog = new WriteWatchdog(socket, writeTimeout);
        this.acknowledgesQuickly = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    /** Where the peer is. */
    public InetSocketAddress remoteAddress() {
        return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    /** The socket, for its TLS session. */
    public Socket socket() {
        return socket;
    }

    /** Starts the read budget of a new message. */
    public void allow(Duration allowance) {
        budget.restart(allowance);
    }

    /**
     * Waits for the first byte of a message.
     *
     * @return false when nothing came within {@code patience}
     * @throws EOFException when the peer closed the connection
     */
    public boolean awaitData(Duration patience) throws IOException {
        if (position < limit) {
            return true;
        }
        socket.setSoTimeout((int) Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
        try {
            fill();
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    /** Reads the header of the next PDU. */
    public PduHeader readHeader() throws IOException {
        byte[] header = new byte[PduHeader.SIZE];
        readFully(header, 0, header.length);
        return PduHeader.decode(header, 0);
    }

    /**
     * Reads what follows a header.
     *
     * @throws MalformedPduException when it is longer than {@code maximum}; nothing is allocated then
     */
    public byte[] readBody(PduHeader header, int maximum) throws IOException {
        if (header.length() > maximum) {
            throw MalformedPduException.tooLong(header.type(), header.length(), maximum);
        }
        byte[] body = new byte[(int) header.length()];
        readFully(body, 0, body.length);
        return body;
    }

    /** Reads at least one byte and at most {@code length}. */
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == limit) {
            if (length >= BUFFER_SIZE) {
                return receive(target, offset, length);
            }
            position = 0;
            limit = 0;
            limit = receive(buffer, 0, BUFFER_SIZE);
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Reads exactly {@code length} bytes. */
    public void readFully(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            done += read(target, offset + done, length - done);
        }
    }

    /** Sends bytes that make up whole PDUs. */
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watchdog.begin();
        try {
            output.write(bytes, offset, length);
            output.flush();
        } catch (IOException failure) {
            throw watchdog.expired() ? new SocketTimeoutException("peer did not take data in time") : failure;
        } finally {
            watchdog.end();
        }
    }

    /** Sends a control PDU. */
    public void write(Pdu pdu) throws IOException {
        byte[] bytes = PduEncoder.encode(pdu);
        write(bytes, 0, bytes.length);
    }

    /** Reads and forgets until the peer closes the connection or {@code patience} ends (the ARTIM timer). */
    public void awaitClose(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                position = limit;
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (!left.isPositive() || !awaitData(left)) {
                    return;
                }
            }
        } catch (EOFException _) {
            // the peer closed, as it should
        }
    }

    @Override
    public void close() throws IOException {
        watchdog.stop();
        socket.close();
    }

    private int receive(byte[] target, int offset, int length) throws IOException {
        int remaining = budget.remainingMillis();
        if (remaining == 0) {
            throw new SocketTimeoutException("peer sends too slowly");
        }
        socket.setSoTimeout(remaining);
        long start = System.nanoTime();
        int count = input.read(target, offset, length);
        budget.account(System.nanoTime() - start, Math.max(count, 0));
        acknowledge();
        return atLeastOne(count);
    }

    /**
     * Acknowledges at once what was read. A peer that leaves Nagle's algorithm on, as dcmtk does, holds back the last
     * segment of each message until then: 40 ms for every instance. Linux forgets the option, so it is set each time.
     */
    private void acknowledge() throws IOException {
        if (acknowledgesQuickly) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private void fill() throws IOException {
        position = 0;
        limit = 0;
        limit = atLeastOne(input.read(buffer, 0, BUFFER_SIZE));
        acknowledge();
    }

    private static int atLeastOne(int count) throws EOFException {
        if (count < 0) {
            throw new EOFException("peer closed the connection");
        }
        return count;
    }
}
