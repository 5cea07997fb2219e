package org.roentgen.dicom.network.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.pdu.PduTransport;
import org.roentgen.dicom.network.pdu.PduType;

/** Cuts messages into P-DATA-TF PDUs of the size that the peer takes; small messages leave in one write. */
public final class FragmentOutputStream extends OutputStream {
    private static final int HEADERS = 12;
    private static final int PDU_HEADER = 6;
    private static final int LARGEST = 128 * 1024;
    private static final int SMALLEST = 32;
    private static final int ROOM_FOR_COMMAND = 1024;

    private final PduTransport transport;
    private final int maximumLength;
    private final byte[] buffer;
    private int position;
    private int start;
    private int end;
    private int contextId;
    private boolean command;

    /**
     * Writes to a peer.
     *
     * @param peerMaximumLength the peer's maximum length; 0 for no limit
     * @throws IllegalArgumentException when it is too small to carry anything
     */
    public FragmentOutputStream(PduTransport transport, long peerMaximumLength) {
        if (peerMaximumLength != 0 && peerMaximumLength < SMALLEST) {
            throw new IllegalArgumentException(
                    "peer's maximum PDU length %d: at least %d is needed".formatted(peerMaximumLength, SMALLEST));
        }
        this.transport = transport;
        long wanted = peerMaximumLength == 0 ? LARGEST : Math.min(LARGEST, peerMaximumLength);
        this.maximumLength = (int) wanted & ~1;
        this.buffer = new byte[PDU_HEADER + maximumLength + ROOM_FOR_COMMAND];
    }

    /** Writes one message: its command set, then its data set if there is one. */
    void message(int context, CommandSet commandSet, @Nullable MessageBody body) throws IOException {
        begin(context, true);
        write(CommandSetCodec.encode(commandSet));
        complete();
        if (body != null) {
            begin(context, false);
            body.writeTo(this);
            complete();
        }
        send();
    }

    @Override
    public void write(int value) throws IOException {
        makeRoom();
        buffer[position++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            makeRoom();
            int count = Math.min(length - done, end - position);
            System.arraycopy(bytes, offset + done, buffer, position, count);
            position += count;
            done += count;
        }
    }

    /** Sends everything up to the end of a stream, without another copy in between. */
    public void transferFrom(InputStream input) throws IOException {
        while (true) {
            makeRoom();
            int count = input.read(buffer, position, end - position);
            if (count < 0) {
                return;
            }
            position += count;
        }
    }

    private void makeRoom() throws IOException {
        if (position == end) {
            finishFragment(false);
            send();
            openFragment();
        }
    }

    private void begin(int context, boolean isCommand) throws IOException {
        contextId = context;
        command = isCommand;
        if (position + HEADERS >= buffer.length - ROOM_FOR_COMMAND / 2) {
            send();
        }
        openFragment();
    }

    private void openFragment() {
        start = position;
        position += HEADERS;
        end = Math.min(start + PDU_HEADER + maximumLength, buffer.length);
        end -= (end - position) & 1;
    }

    private void complete() {
        finishFragment(true);
    }

    private void finishFragment(boolean last) {
        buffer[start] = (byte) PduType.DATA_TRANSFER.code();
        buffer[start + 1] = 0;
        putLength(start + 2, position - start - PDU_HEADER);
        putLength(start + 6, position - start - PDU_HEADER - 4);
        buffer[start + 10] = (byte) contextId;
        buffer[start + 11] = (byte) ((command ? 1 : 0) | (last ? 2 : 0));
    }

    private void putLength(int at, int length) {
        buffer[at] = (byte) (length >>> 24);
        buffer[at + 1] = (byte) (length >>> 16);
        buffer[at + 2] = (byte) (length >>> 8);
        buffer[at + 3] = (byte) length;
    }

    private void send() throws IOException {
        transport.write(buffer, 0, position);
        position = 0;
    }
}
