package org.roentgen.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.SampleFormat;

/**
 * A decoded frame. The number accessors keep Bits Stored up to High Bit and extend the sign, so that overlay bits and padding
 * bits are gone (PS3.5 8.1.1); the bytes are as they were stored.
 */
public final class Frame {
    private final FrameFormat format;
    private final byte[] bytes;

    Frame(FrameFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    public FrameFormat format() {
        return format;
    }

    /** The stored values: little-endian samples, colour by pixel. The array is the frame's own: do not write to it. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The samples as integers.
     *
     * @throws IllegalStateException if they are floats or unsigned ones that need more than 31 bits
     */
    public int[] toInts() {
        SampleFormat sample = format.sample();
        if (sample.kind() == SampleFormat.Kind.FLOAT
                || sample.bitsStored() > 32
                || sample.bitsStored() == 32 && !sample.signed()) {
            throw new IllegalStateException("samples of dtype " + sample.dtype() + " do not fit int: use toDoubles");
        }
        int[] values = new int[Math.toIntExact(format.samples())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) integer(i);
        }
        return values;
    }

    /** The samples as single precision numbers; integers of more than 24 bits are rounded. */
    public float[] toFloats() {
        float[] values = new float[Math.toIntExact(format.samples())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value(i);
        }
        return values;
    }

    /** The samples as double precision numbers; 64-bit integers of more than 53 bits are rounded. */
    public double[] toDoubles() {
        double[] values = new double[Math.toIntExact(format.samples())];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i);
        }
        return values;
    }

    /** One sample as a number. */
    public double value(int index) {
        if (format.sample().kind() == SampleFormat.Kind.FLOAT) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            return format.sample().bytes() == 4 ? buffer.getFloat(4 * index) : buffer.getDouble(8 * index);
        }
        long value = integer(index);
        boolean huge = value < 0 && !format.sample().signed();
        return huge ? (value >>> 1) * 2.0 + (value & 1) : value;
    }

    private long integer(int index) {
        SampleFormat sample = format.sample();
        int size = sample.bytes();
        long cell = 0;
        for (int b = size - 1; b >= 0; b--) {
            cell = cell << 8 | bytes[index * size + b] & 0xff;
        }
        int left = 63 - sample.highBit();
        int right = 64 - sample.bitsStored();
        return sample.signed() ? cell << left >> right : cell << left >>> right;
    }
}
