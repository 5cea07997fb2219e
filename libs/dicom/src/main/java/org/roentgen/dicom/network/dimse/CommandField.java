package org.roentgen.dicom.network.dimse;

import java.util.Optional;

/** Values of Command Field (0000,0100) (PS3.7 annex E.1). */
public enum CommandField {
    C_STORE_REQUEST(0x0001),
    C_STORE_RESPONSE(0x8001),
    C_GET_REQUEST(0x0010),
    C_GET_RESPONSE(0x8010),
    C_FIND_REQUEST(0x0020),
    C_FIND_RESPONSE(0x8020),
    C_MOVE_REQUEST(0x0021),
    C_MOVE_RESPONSE(0x8021),
    C_ECHO_REQUEST(0x0030),
    C_ECHO_RESPONSE(0x8030),
    N_EVENT_REPORT_REQUEST(0x0100),
    N_EVENT_REPORT_RESPONSE(0x8100),
    N_GET_REQUEST(0x0110),
    N_GET_RESPONSE(0x8110),
    N_SET_REQUEST(0x0120),
    N_SET_RESPONSE(0x8120),
    N_ACTION_REQUEST(0x0130),
    N_ACTION_RESPONSE(0x8130),
    N_CREATE_REQUEST(0x0140),
    N_CREATE_RESPONSE(0x8140),
    N_DELETE_REQUEST(0x0150),
    N_DELETE_RESPONSE(0x8150),
    C_CANCEL_REQUEST(0x0FFF);

    private static final int RESPONSE_BIT = 0x8000;

    private final int code;

    CommandField(int code) {
        this.code = code;
    }

    /** The value on the wire. */
    public int code() {
        return code;
    }

    /** Whether this answers a request. */
    public boolean isResponse() {
        return (code & RESPONSE_BIT) != 0;
    }

    /**
     * The response that belongs to this request.
     *
     * @throws IllegalStateException for a response and for C-CANCEL, which has none
     */
    public CommandField response() {
        return of(code | RESPONSE_BIT)
                .filter(field -> !isResponse())
                .orElseThrow(() -> new IllegalStateException("%s has no response".formatted(this)));
    }

    /** The field with this code, empty when the standard knows none. */
    public static Optional<CommandField> of(int code) {
        for (CommandField field : values()) {
            if (field.code == code) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
