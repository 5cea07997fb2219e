package org.roentgen.dicom.codec;

import java.util.Arrays;

/** RLE Lossless frames (PS3.5 annex G); runs do not cross rows, as G.3.1 asks. */
public final class RleFrameEncoder implements FrameEncoder {
    private static final int HEADER = 64;
    private static final int MAXIMUM_SEGMENTS = 15;

    @Override
    public byte[] encode(byte[] samples, FrameFormat format) {
        int bytes = format.sample().bytes();
        int segments = bytes * format.samplesPerPixel();
        if (format.sample().bitsAllocated() == 1) {
            throw new IllegalArgumentException("RLE holds no samples of 1 bit (PS3.5 8.2.2)");
        }
        if (segments > MAXIMUM_SEGMENTS) {
            throw new IllegalArgumentException("RLE holds at most 15 byte planes, this frame has " + segments);
        }
        Output output = new Output(HEADER + Math.toIntExact(Math.min(format.bytes(), 1 << 28)));
        output.size = HEADER;
        output.word(0, segments);
        byte[] row = new byte[format.columns()];
        for (int segment = 0; segment < segments; segment++) {
            output.word(4 + 4 * segment, output.size);
            int in = segment / bytes * bytes + bytes - 1 - segment % bytes;
            for (int y = 0; y < format.rows(); y++) {
                for (int x = 0; x < row.length; x++, in += segments) {
                    row[x] = samples[in];
                }
                packBits(row, output);
            }
            output.padToEven();
        }
        return output.toByteArray();
    }

    private static void packBits(byte[] row, Output output) {
        int at = 0;
        while (at < row.length) {
            int run = runLength(row, at);
            if (run >= 2) {
                output.append(1 - run);
                output.append(row[at]);
                at += run;
                continue;
            }
            int start = at;
            while (at < row.length && at - start < 128 && runLength(row, at) < 3) {
                at++;
            }
            output.append(at - start - 1);
            output.append(row, start, at - start);
        }
    }

    private static int runLength(byte[] row, int from) {
        int end = Math.min(row.length, from + 128);
        int at = from + 1;
        while (at < end && row[at] == row[from]) {
            at++;
        }
        return at - from;
    }

    private static final class Output {
        private byte[] data;
        private int size;

        private Output(int capacity) {
            data = new byte[capacity];
        }

        private void append(int value) {
            reserve(1);
            data[size++] = (byte) value;
        }

        private void append(byte[] source, int from, int count) {
            reserve(count);
            System.arraycopy(source, from, data, size, count);
            size += count;
        }

        private void reserve(int count) {
            if (size + count > data.length) {
                data = Arrays.copyOf(data, Math.max(size + count, data.length + (data.length >> 1)));
            }
        }

        private void word(int at, int value) {
            for (int i = 0; i < 4; i++) {
                data[at + i] = (byte) (value >> 8 * i);
            }
        }

        private void padToEven() {
            if ((size & 1) != 0) {
                append(0);
            }
        }

        private byte[] toByteArray() {
            return Arrays.copyOf(data, size);
        }
    }
}
