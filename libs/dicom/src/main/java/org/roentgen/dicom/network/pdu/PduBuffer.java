package org.roentgen.dicom.network.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Big-endian writing of a PDU; items are nested with {@link #item}. */
final class PduBuffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    PduBuffer u8(int value) {
        bytes.write(value);
        return this;
    }

    PduBuffer u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    PduBuffer u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    PduBuffer zeros(int count) {
        bytes.writeBytes(new byte[count]);
        return this;
    }

    PduBuffer bytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    PduBuffer text(String value) {
        return bytes(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A text in a field of fixed length, padded with spaces. */
    PduBuffer padded(String value, int length) {
        byte[] field = new byte[length];
        byte[] text = value.getBytes(StandardCharsets.ISO_8859_1);
        for (int index = 0; index < length; index++) {
            field[index] = index < text.length ? text[index] : (byte) ' ';
        }
        return bytes(field);
    }

    /** A text behind its length of two bytes. */
    PduBuffer sized(String value) {
        return sized(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    PduBuffer sized(byte[] value) {
        return u16(checked(value.length)).bytes(value);
    }

    PduBuffer item(int type, PduBuffer content) {
        return item(type, content.toByteArray());
    }

    PduBuffer item(int type, String content) {
        return item(type, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private PduBuffer item(int type, byte[] content) {
        return u8(type).u8(0).sized(content);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** The whole as a PDU of this type, header in front. */
    byte[] toPdu(PduType type) {
        byte[] body = toByteArray();
        return new PduBuffer()
                .u8(type.code())
                .u8(0)
                .u32(body.length)
                .bytes(body)
                .toByteArray();
    }

    private static int checked(int length) {
        if (length > 0xFFFF) {
            throw new IllegalArgumentException("item of %d bytes: at most 65535 fit (PS3.8 9.3)".formatted(length));
        }
        return length;
    }
}
