package org.roentgen.dicom.network.dimse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.roentgen.dicom.network.pdu.Abort;
import org.roentgen.dicom.network.pdu.ProtocolViolationException;

/** The command set of a DIMSE message (PS3.7 section 6.3.1), immutable. */
public final class CommandSet {
    /** Value of Command Data Set Type (0000,0800) that says: no data set follows. */
    static final int NO_DATA_SET = 0x0101;

    private final Map<CommandElement, byte[]> values;

    private CommandSet(Map<CommandElement, byte[]> values) {
        this.values = values;
    }

    /** Starts a request of this kind. */
    public static Builder request(CommandField field) {
        return new Builder().number(CommandElement.COMMAND_FIELD, field.code());
    }

    /** Starts the response to a request with this status; SOP class and message id are taken over. */
    public static Builder response(CommandSet request, DimseStatus status) throws ProtocolViolationException {
        Builder builder = request(request.field().response())
                .number(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO, request.messageId())
                .number(CommandElement.STATUS, status.code());
        request.text(CommandElement.AFFECTED_SOP_CLASS_UID)
                .or(() -> request.text(CommandElement.REQUESTED_SOP_CLASS_UID))
                .ifPresent(uid -> builder.text(CommandElement.AFFECTED_SOP_CLASS_UID, uid));
        if (!status.comment().isEmpty()) {
            builder.text(CommandElement.ERROR_COMMENT, status.comment());
        }
        return builder;
    }

    /** Text of an element without padding, empty when the element is absent. */
    public Optional<String> text(CommandElement element) {
        return Optional.ofNullable(values.get(element)).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip());
    }

    /** Value of a US element, empty when it is absent or not of two bytes. */
    public OptionalInt number(CommandElement element) {
        byte[] bytes = values.get(element);
        return bytes == null || bytes.length != 2
                ? OptionalInt.empty()
                : OptionalInt.of((bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8);
    }

    /**
     * The kind of message.
     *
     * @throws ProtocolViolationException when it is missing or unknown
     */
    public CommandField field() throws ProtocolViolationException {
        OptionalInt code = number(CommandElement.COMMAND_FIELD);
        return (code.isEmpty() ? Optional.<CommandField>empty() : CommandField.of(code.getAsInt()))
                .orElseThrow(() -> violation("Command Field (0000,0100) is missing or unknown"));
    }

    /** Message ID (0000,0110) of a request. */
    public int messageId() throws ProtocolViolationException {
        return required(CommandElement.MESSAGE_ID);
    }

    /** Message ID Being Responded To (0000,0120) of a response or C-CANCEL. */
    public int respondedMessageId() throws ProtocolViolationException {
        return required(CommandElement.MESSAGE_ID_BEING_RESPONDED_TO);
    }

    /** Status and error comment of a response. */
    public DimseStatus status() throws ProtocolViolationException {
        return new DimseStatus(
                required(CommandElement.STATUS),
                text(CommandElement.ERROR_COMMENT).orElse(""));
    }

    /** Whether a data set follows. */
    public boolean hasDataSet() {
        return number(CommandElement.COMMAND_DATA_SET_TYPE).orElse(NO_DATA_SET) != NO_DATA_SET;
    }

    Map<CommandElement, byte[]> values() {
        return values;
    }

    private int required(CommandElement element) throws ProtocolViolationException {
        return number(element)
                .orElseThrow(() -> violation("%s (0000,%04X) is missing".formatted(element, element.number())));
    }

    private static ProtocolViolationException violation(String message) {
        return new ProtocolViolationException(message, Abort.Reason.NOT_SPECIFIED);
    }

    /** Collects the elements of a command set. */
    public static final class Builder {
        private final Map<CommandElement, byte[]> values = new EnumMap<>(CommandElement.class);

        /** Sets a US element. */
        public Builder number(CommandElement element, int value) {
            values.put(element, new byte[] {(byte) value, (byte) (value >>> 8)});
            return this;
        }

        /** Sets a UI, AE or LO element; padding is added. */
        public Builder text(CommandElement element, String value) {
            byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length % 2 != 0) {
                bytes = Arrays.copyOf(bytes, bytes.length + 1);
                bytes[bytes.length - 1] = (byte) (element.kind() == CommandElement.Kind.UID ? 0 : ' ');
            }
            values.put(element, bytes);
            return this;
        }

        Builder raw(CommandElement element, byte[] value) {
            values.put(element, value);
            return this;
        }

        /** The finished set; {@code dataSetFollows} decides Command Data Set Type (0000,0800). */
        public CommandSet build(boolean dataSetFollows) {
            number(CommandElement.COMMAND_DATA_SET_TYPE, dataSetFollows ? 0 : NO_DATA_SET);
            return received();
        }

        CommandSet received() {
            return new CommandSet(Collections.unmodifiableMap(new EnumMap<>(values)));
        }
    }
}
