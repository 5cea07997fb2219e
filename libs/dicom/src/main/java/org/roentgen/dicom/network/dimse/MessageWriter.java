package org.roentgen.dicom.network.dimse;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.pdu.Pdu;
import org.roentgen.dicom.network.pdu.PduTransport;

/** Sends whole messages and control PDUs from any thread, one after another. */
public final class MessageWriter {
    private final ReentrantLock lock = new ReentrantLock();
    private final PduTransport transport;
    private final long peerMaximumLength;
    private @Nullable FragmentOutputStream output;

    /**
     * Writes to a peer.
     *
     * @param peerMaximumLength the peer's maximum length; 0 for no limit
     */
    public MessageWriter(PduTransport transport, long peerMaximumLength) {
        this.transport = transport;
        this.peerMaximumLength = peerMaximumLength;
    }

    /** Sends a message; {@code body} is null when the command set announces no data set. */
    public void write(int contextId, CommandSet command, @Nullable MessageBody body) throws IOException {
        lock.lock();
        try {
            if (output == null) {
                output = new FragmentOutputStream(transport, peerMaximumLength);
            }
            output.message(contextId, command, body);
        } finally {
            lock.unlock();
        }
    }

    /** Sends a control PDU between messages. */
    public void write(Pdu pdu) throws IOException {
        lock.lock();
        try {
            transport.write(pdu);
        } finally {
            lock.unlock();
        }
    }

    /** Sends a control PDU unless a message is being sent, which it would tear. */
    public boolean tryWrite(Pdu pdu) throws IOException {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            transport.write(pdu);
            return true;
        } finally {
            lock.unlock();
        }
    }
}
