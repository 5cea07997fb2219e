package org.roentgen.dicom.network.pdu;

/** Kinds of PDU and their codes (PS3.8 section 9.3.1). */
public enum PduType {
    ASSOCIATE_REQUEST(0x01),
    ASSOCIATE_ACCEPT(0x02),
    ASSOCIATE_REJECT(0x03),
    DATA_TRANSFER(0x04),
    RELEASE_REQUEST(0x05),
    RELEASE_RESPONSE(0x06),
    ABORT(0x07);

    private static final PduType[] BY_CODE = values();

    private final int code;

    PduType(int code) {
        this.code = code;
    }

    /** The first byte of the PDU. */
    public int code() {
        return code;
    }

    /**
     * Returns the type with this code.
     *
     * @throws MalformedPduException when the standard knows no such type
     */
    public static PduType of(int code) throws MalformedPduException {
        if (code < 1 || code > BY_CODE.length) {
            throw MalformedPduException.unrecognized("PDU type %02XH is none of 01H to 07H".formatted(code));
        }
        return BY_CODE[code - 1];
    }
}
