package org.roentgen.dicom.network.pdu;

/**
 * The six bytes in front of every PDU.
 *
 * @param length bytes that follow the header
 */
public record PduHeader(PduType type, long length) {
    /** Bytes of the header itself. */
    public static final int SIZE = 6;

    /** Reads a header from {@code bytes} at {@code offset}. */
    public static PduHeader decode(byte[] bytes, int offset) throws MalformedPduException {
        long length = (bytes[offset + 2] & 0xFFL) << 24
                | (bytes[offset + 3] & 0xFFL) << 16
                | (bytes[offset + 4] & 0xFFL) << 8
                | (bytes[offset + 5] & 0xFFL);
        return new PduHeader(PduType.of(bytes[offset] & 0xFF), length);
    }
}
