package org.roentgen.dicom;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A value in memory: an immutable slice of an array that nobody writes to. */
public final class Bytes implements Value.Data {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    final byte[] array;
    final int start;
    final int size;

    /** Takes over the array: the caller must not write to it any more. */
    Bytes(byte[] array, int start, int size) {
        this.array = array;
        this.start = start;
        this.size = size;
    }

    /** A copy of the bytes. */
    public static Bytes copyOf(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone(), 0, bytes.length);
    }

    static Bytes wrap(byte[] bytes) {
        return new Bytes(bytes, 0, bytes.length);
    }

    @Override
    public long length() {
        return size;
    }

    @Override
    public byte[] toBytes() {
        return Arrays.copyOfRange(array, start, start + size);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(array, start, size);
    }

    /** A read-only view in little-endian order. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array, start, size).slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes
                && Arrays.equals(array, start, start + size, bytes.array, bytes.start, bytes.start + bytes.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < start + size; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return size + " bytes";
    }
}
