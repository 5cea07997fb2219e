package org.roentgen.dicom.network.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;

/** Command sets are always Implicit VR Little Endian (PS3.7 section 6.3.1). */
public final class CommandSetCodec {
    private static final int ELEMENT_HEADER = 8;
    private static final int GROUP_LENGTH_ELEMENT = 12;
    private static final Map<Integer, CommandElement> BY_NUMBER = new HashMap<>();

    static {
        for (CommandElement element : CommandElement.values()) {
            BY_NUMBER.put(element.number(), element);
        }
    }

    private CommandSetCodec() {}

    /** The bytes of a command set with its group length. */
    public static byte[] encode(CommandSet command) {
        int length = 0;
        for (byte[] value : command.values().values()) {
            length += ELEMENT_HEADER + value.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(GROUP_LENGTH_ELEMENT + length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(0).putInt(4).putInt(length);
        command.values().forEach((element, value) -> buffer.putShort((short) 0)
                .putShort((short) element.number())
                .putInt(value.length)
                .put(value));
        return buffer.array();
    }

    /**
     * Reads a command set; elements that the standard does not know are skipped.
     *
     * @throws ProtocolViolationException when a length leaves the set or an element is not of group 0000
     */
    public static CommandSet decode(byte[] bytes) throws ProtocolViolationException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        CommandSet.Builder builder = new CommandSet.Builder();
        while (buffer.hasRemaining()) {
            int offset = buffer.position();
            if (buffer.remaining() < ELEMENT_HEADER) {
                throw violation("element header is cut off", offset);
            }
            int group = buffer.getShort() & 0xFFFF;
            int number = buffer.getShort() & 0xFFFF;
            int length = buffer.getInt();
            if (group != 0) {
                throw violation("group %04X in a command set".formatted(group), offset);
            }
            if (length < 0 || length > buffer.remaining()) {
                throw violation(
                        "(0000,%04X) claims %d bytes, %d are left"
                                .formatted(number, Integer.toUnsignedLong(length), buffer.remaining()),
                        offset);
            }
            byte[] value = new byte[length];
            buffer.get(value);
            CommandElement element = BY_NUMBER.get(number);
            if (element != null) {
                builder.raw(element, value);
            }
        }
        return builder.received();
    }

    private static ProtocolViolationException violation(String rule, int offset) {
        return new ProtocolViolationException(
                "%s (offset %d of the command set)".formatted(rule, offset), Abort.Reason.INVALID_PARAMETER);
    }
}
