package org.roentgen.dicom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers from and to the bytes of binary VRs and the text of IS and DS. */
final class Numbers {
    private static final int[] NO_INTEGERS = {};
    private static final double[] NO_DECIMALS = {};

    private Numbers() {}

    static int count(VR vr, Bytes bytes) {
        return vr == VR.AT ? bytes.size / 4 : bytes.size / vr.unit();
    }

    static long integer(VR vr, Bytes bytes, int index) {
        byte[] array = bytes.array;
        int start = bytes.start;
        return switch (vr) {
            case OB, UN -> array[start + index] & 0xFF;
            case US, OW -> ByteOrders.unsignedShort(array, start + 2 * index);
            case SS -> (short) ByteOrders.unsignedShort(array, start + 2 * index);
            case UL, OL -> Integer.toUnsignedLong(ByteOrders.integer(array, start + 4 * index));
            case SL -> ByteOrders.integer(array, start + 4 * index);
            case AT ->
                Integer.toUnsignedLong(Tags.of(
                        ByteOrders.unsignedShort(array, start + 4 * index),
                        ByteOrders.unsignedShort(array, start + 4 * index + 2)));
            case UV, SV, OV -> ByteOrders.longInteger(array, start + 8 * index);
            default -> throw new IllegalArgumentException(vr + " holds no binary integers");
        };
    }

    static double decimal(VR vr, Bytes bytes, int index) {
        return switch (vr) {
            case FL, OF -> Float.intBitsToFloat(ByteOrders.integer(bytes.array, bytes.start + 4 * index));
            case FD, OD -> Double.longBitsToDouble(ByteOrders.longInteger(bytes.array, bytes.start + 8 * index));
            default -> integer(vr, bytes, index);
        };
    }

    static boolean isBinary(VR vr) {
        return vr.isBinaryInteger() || vr == VR.FL || vr == VR.FD || vr == VR.OF || vr == VR.OD;
    }

    static int[] integers(VR vr, Bytes bytes) {
        int[] values = new int[count(vr, bytes)];
        for (int i = 0; i < values.length; i++) {
            values[i] = vr.isBinaryInteger() ? (int) integer(vr, bytes, i) : (int) decimal(vr, bytes, i);
        }
        return values;
    }

    static double[] decimals(VR vr, Bytes bytes) {
        double[] values = new double[count(vr, bytes)];
        for (int i = 0; i < values.length; i++) {
            values[i] = decimal(vr, bytes, i);
        }
        return values;
    }

    /** All as integers, or none if one of them is no whole number that fits. */
    static int[] integers(List<String> texts) {
        int[] values = new int[texts.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = decimal(texts.get(i));
            if (value == null || value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                return NO_INTEGERS;
            }
            values[i] = value.intValue();
        }
        return values;
    }

    /** All as decimals, or none if one of them is no number. */
    static double[] decimals(List<String> texts) {
        double[] values = new double[texts.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = decimal(texts.get(i));
            if (value == null) {
                return NO_DECIMALS;
            }
            values[i] = value;
        }
        return values;
    }

    /** The number of a DS or IS value (PS3.5 section 6.2), or null: hexadecimal, NaN and suffixes are none. */
    static @Nullable Double decimal(String text) {
        if (text.isEmpty()) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E') {
                return null;
            }
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static Bytes encode(VR vr, long[] values) {
        int width = vr == VR.AT ? 4 : vr.unit();
        byte[] array = new byte[values.length * width];
        for (int i = 0; i < values.length; i++) {
            put(vr, array, i * width, values[i]);
        }
        return Bytes.wrap(array);
    }

    private static void put(VR vr, byte[] array, int at, long value) {
        switch (vr) {
            case OB, UN -> array[at] = (byte) check(vr, value, 0, 0xFF);
            case US -> ByteOrders.putShort(array, at, (int) check(vr, value, 0, 0xFFFF));
            case OW -> ByteOrders.putShort(array, at, (int) check(vr, value, Short.MIN_VALUE, 0xFFFF));
            case SS -> ByteOrders.putShort(array, at, (int) check(vr, value, Short.MIN_VALUE, Short.MAX_VALUE));
            case UL, OL -> ByteOrders.putInteger(array, at, (int) check(vr, value, Integer.MIN_VALUE, 0xFFFFFFFFL));
            case SL -> ByteOrders.putInteger(array, at, (int) check(vr, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case AT -> {
                ByteOrders.putShort(array, at, (int) (value >>> 16));
                ByteOrders.putShort(array, at + 2, (int) value);
            }
            case UV, SV, OV -> ByteOrders.putLong(array, at, value);
            case FL, OF -> ByteOrders.putInteger(array, at, Float.floatToIntBits(value));
            case FD, OD -> ByteOrders.putLong(array, at, Double.doubleToLongBits(value));
            default -> throw new IllegalArgumentException(vr + " holds no binary numbers");
        }
    }

    private static long check(VR vr, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    value + " does not fit VR " + vr + ", which holds " + least + " to " + most);
        }
        return value;
    }

    static Bytes encode(VR vr, double[] values) {
        byte[] array = new byte[values.length * vr.unit()];
        for (int i = 0; i < values.length; i++) {
            if (vr == VR.FL || vr == VR.OF) {
                ByteOrders.putInteger(array, 4 * i, Float.floatToIntBits((float) values[i]));
            } else {
                ByteOrders.putLong(array, 8 * i, Double.doubleToLongBits(values[i]));
            }
        }
        return Bytes.wrap(array);
    }

    /** The shortest text of at most 16 characters for a DS value (PS3.5 section 6.2). */
    static String decimalString(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is no DS value: only finite numbers are");
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        for (int digits = 16; text.length() > 16; digits--) {
            text = new java.math.BigDecimal(value)
                    .round(new java.math.MathContext(digits))
                    .stripTrailingZeros()
                    .toString()
                    .replace("E+", "E");
            String plain = new java.math.BigDecimal(text).toPlainString();
            text = plain.length() <= 16 ? plain : text;
        }
        return text;
    }
}
