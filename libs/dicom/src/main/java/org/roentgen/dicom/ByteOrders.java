package org.roentgen.dicom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian access to arrays, and swapping in place. */
final class ByteOrders {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteOrders() {}

    static int unsignedShort(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xFFFF;
    }

    static int integer(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long longInteger(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static void putShort(byte[] bytes, int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    static void putInteger(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static void putLong(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }

    /** Reverses the bytes of each whole unit; a rest shorter than a unit stays. */
    static void swap(byte[] bytes, int from, int to, int unit) {
        if (unit == 1) {
            return;
        }
        for (int at = from; at + unit <= to; at += unit) {
            switch (unit) {
                case 2 -> putShort(bytes, at, Short.reverseBytes((short) unsignedShort(bytes, at)));
                case 4 -> putInteger(bytes, at, Integer.reverseBytes(integer(bytes, at)));
                case 8 -> putLong(bytes, at, Long.reverseBytes(longInteger(bytes, at)));
                default -> throw new IllegalArgumentException("numbers have 1, 2, 4 or 8 bytes, not " + unit);
            }
        }
    }
}
