package org.roentgen.dicom.network;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.roentgen.dicom.network.pdu.PduTransport;

/**
 * Accepts associations on a port, each on a virtual thread of its own. Started by {@link DicomServerBuilder#start};
 * closing it ends all associations.
 */
public final class DicomServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DicomServer.class.getName());
    private static final Duration PAUSE_AFTER_FAILED_ACCEPT = Duration.ofMillis(50);

    private final ServerSocket listener;
    private final AssociationAcceptor acceptor;
    private final AssociationCounter counter;
    private final NetworkTimeouts timeouts;
    private final Set<Thread> connections = ConcurrentHashMap.newKeySet();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final int mostConnections;

    DicomServer(
            ServerSocket listener, AssociationAcceptor acceptor, AssociationLimits limits, NetworkTimeouts timeouts) {
        this.listener = listener;
        this.acceptor = acceptor;
        this.counter = new AssociationCounter(limits);
        this.timeouts = timeouts;
        this.mostConnections = 2 * limits.associations() + 16;
    }

    /** Starts to describe a server that answers to this AE title. */
    public static DicomServerBuilder builder(String aeTitle) {
        return new DicomServerBuilder(aeTitle);
    }

    /** The port that it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Connections that are open now, in whatever state. */
    public int openConnections() {
        return sockets.size();
    }

    void start() {
        Thread.ofVirtual().name("dicom-server-" + port()).start(this::acceptAll);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                admit(listener.accept());
            } catch (IOException failure) {
                if (!listener.isClosed()) {
                    LOG.log(Level.WARNING, "accepting a connection failed: {0}", failure.getMessage());
                    pause();
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        if (sockets.size() >= mostConnections) {
            LOG.log(Level.WARNING, "connection from {0} closed: too many", socket.getInetAddress());
            socket.close();
            return;
        }
        sockets.add(socket);
        Thread thread = Thread.ofVirtual()
                .name("dicom-connection-" + accepted.incrementAndGet())
                .unstarted(() -> serve(socket));
        connections.add(thread);
        thread.start();
    }

    private void serve(Socket socket) {
        InetAddress peer = socket.getInetAddress();
        boolean hasRoom = counter.tryEnter(peer);
        try (socket) {
            if (socket instanceof SSLSocket tls) {
                TlsProfile.handshake(tls, timeouts.association());
            }
            PduTransport transport = new PduTransport(socket, timeouts.write());
            acceptor.accept(transport, hasRoom)
                    .ifPresent(association -> acceptor.reader(association).run());
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "connection from {0} ended: {1}", peer, failure.getMessage());
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "connection ended by an internal error", defect);
        } finally {
            if (hasRoom) {
                counter.leave(peer);
            }
            sockets.remove(socket);
            connections.remove(Thread.currentThread());
        }
    }

    /** Stops listening, closes every connection, and waits a moment for handlers to end. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        try {
            for (Thread thread : connections) {
                thread.join(timeouts.association());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILED_ACCEPT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
