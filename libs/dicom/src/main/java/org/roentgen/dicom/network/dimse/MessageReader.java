package org.roentgen.dicom.network.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.roentgen.dicom.network.dimse.FragmentReader.Fragment;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.Pdu;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;

/** Puts fragments together to messages: the command set in memory, the data set as a stream (PS3.7 section 6.3). */
public final class MessageReader {
    private static final int MAXIMUM_COMMAND = 64 * 1024;

    private final FragmentReader fragments;
    private final byte[] chunk = new byte[1024];

    /** Reads messages from these fragments. */
    public MessageReader(FragmentReader fragments) {
        this.fragments = fragments;
    }

    /** What arrived: a message, or a control PDU between messages. */
    public sealed interface Event {}

    /**
     * A message whose data set, if any, is still on the wire and must be read to its end before the next call.
     *
     * @param dataSet the bytes in the context's transfer syntax; at its end at once when there is no data set
     */
    public record Message(int contextId, CommandSet command, DataSetStream dataSet) implements Event {}

    /** A control PDU. */
    public record Control(Pdu pdu) implements Event {}

    /** Waits for the next message's command set or control PDU. */
    public Event next() throws IOException {
        return switch (fragments.next()) {
            case FragmentReader.Control(var pdu) -> new Control(pdu);
            case Fragment first -> message(first);
        };
    }

    private Message message(Fragment first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        Fragment fragment = first;
        append(fragment, first.contextId(), bytes);
        while (!fragment.last()) {
            if (!(fragments.next() instanceof Fragment following)) {
                throw new ProtocolViolationException("control PDU within a command set", Abort.Reason.UNEXPECTED_PDU);
            }
            fragment = following;
            append(fragment, first.contextId(), bytes);
        }
        CommandSet command = CommandSetCodec.decode(bytes.toByteArray());
        return new Message(
                first.contextId(), command, new DataSetStream(fragments, first.contextId(), command.hasDataSet()));
    }

    private void append(Fragment fragment, int contextId, ByteArrayOutputStream bytes) throws IOException {
        if (!fragment.command() || fragment.contextId() != contextId) {
            throw new ProtocolViolationException(
                    "a command set was expected in presentation context %d (PS3.8 E.2)".formatted(contextId),
                    Abort.Reason.UNEXPECTED_PARAMETER);
        }
        if (fragment.length() > MAXIMUM_COMMAND - bytes.size()) {
            throw new ProtocolViolationException(
                    "command set is over the limit of %d bytes".formatted(MAXIMUM_COMMAND),
                    Abort.Reason.INVALID_PARAMETER);
        }
        int count = fragments.read(chunk, 0, chunk.length);
        while (count >= 0) {
            bytes.write(chunk, 0, count);
            count = fragments.read(chunk, 0, chunk.length);
        }
    }
}
