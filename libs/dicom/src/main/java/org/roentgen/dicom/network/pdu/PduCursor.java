package org.roentgen.dicom.network.pdu;

import java.nio.charset.StandardCharsets;

/** Bounds-checked big-endian reading of a PDU's or item's bytes; knows the offset for error messages. */
final class PduCursor {
    private final byte[] bytes;
    private final int end;
    private int position;

    PduCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private PduCursor(byte[] bytes, int position, int end) {
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    int u8() throws MalformedPduException {
        need(1);
        return bytes[position++] & 0xFF;
    }

    int u16() throws MalformedPduException {
        return u8() << 8 | u8();
    }

    long u32() throws MalformedPduException {
        return (long) u16() << 16 | u16();
    }

    void skip(int count) throws MalformedPduException {
        need(count);
        position += count;
    }

    byte[] bytes(int count) throws MalformedPduException {
        need(count);
        byte[] copy = new byte[count];
        System.arraycopy(bytes, position, copy, 0, count);
        position += count;
        return copy;
    }

    /** Text of a given length without its padding (spaces or NUL). */
    String text(int length) throws MalformedPduException {
        need(length);
        int from = position;
        int to = from + length;
        position = to;
        while (to > from && isPadding(bytes[to - 1])) {
            to--;
        }
        while (from < to && isPadding(bytes[from])) {
            from++;
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    String rest() throws MalformedPduException {
        return text(remaining());
    }

    /** A cursor over the next {@code length} bytes; this one goes on behind them. */
    PduCursor slice(int length) throws MalformedPduException {
        need(length);
        PduCursor slice = new PduCursor(bytes, position, position + length);
        position += length;
        return slice;
    }

    private void need(int count) throws MalformedPduException {
        if (count > end - position) {
            throw MalformedPduException.invalid(
                    position, "%d bytes are needed and %d are left".formatted(count, end - position));
        }
    }

    private static boolean isPadding(byte value) {
        return value == ' ' || value == 0;
    }
}
