package org.roentgen.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Buffered output of numbers in either byte order and of values. */
final class ElementOutput {
    private final OutputStream out;
    private final byte[] buffer = new byte[32 << 10];
    private int size;

    ElementOutput(OutputStream out) {
        this.out = out;
    }

    void tag(int tag, boolean bigEndian) throws IOException {
        room(4);
        ByteOrders.putInteger(buffer, size, bigEndian ? Integer.reverseBytes(tag) : Integer.rotateLeft(tag, 16));
        size += 4;
    }

    void unsignedShort(int value, boolean bigEndian) throws IOException {
        room(2);
        ByteOrders.putShort(buffer, size, bigEndian ? Short.reverseBytes((short) value) : value);
        size += 2;
    }

    void integer(int value, boolean bigEndian) throws IOException {
        room(4);
        ByteOrders.putInteger(buffer, size, bigEndian ? Integer.reverseBytes(value) : value);
        size += 4;
    }

    void octet(int value) throws IOException {
        room(1);
        buffer[size++] = (byte) value;
    }

    /** Writes a value, swapping numbers of the given size where that is more than 1. */
    void data(Value.Data data, int unit) throws IOException {
        if (data instanceof Bytes bytes && unit == 1) {
            write(bytes.array, bytes.start, bytes.size);
            return;
        }
        if (data instanceof Bulk bulk && bulk.swapUnit() == 1 && unit == 1 && out instanceof FileOutput file) {
            flushBuffer();
            file.transfer(bulk);
            return;
        }
        try (InputStream in = data.open()) {
            flushBuffer();
            long left = data.length();
            while (left > 0) {
                int count = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (count == 0) {
                    throw new EOFException("a value ended " + left + " bytes before its length");
                }
                ByteOrders.swap(buffer, 0, count, unit);
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private void write(byte[] bytes, int start, int length) throws IOException {
        if (length > buffer.length - size) {
            flushBuffer();
            if (length > buffer.length) {
                out.write(bytes, start, length);
                return;
            }
        }
        System.arraycopy(bytes, start, buffer, size, length);
        size += length;
    }

    private void room(int count) throws IOException {
        if (buffer.length - size < count) {
            flushBuffer();
        }
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    void flush() throws IOException {
        flushBuffer();
        out.flush();
    }
}
