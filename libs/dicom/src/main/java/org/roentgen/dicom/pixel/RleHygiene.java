package org.roentgen.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Blanks what stands behind the last run of the segments of a frame in RLE (PS3.5 annex G). */
final class RleHygiene {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;

    private RleHygiene() {}

    /** @param pixels bytes that each segment decodes to */
    static void blank(byte[] frame, long pixels) {
        if (frame.length < HEADER) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(frame, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt();
        if (segments < 1 || segments > MOST_SEGMENTS) {
            return;
        }
        for (int i = segments + 1; i <= MOST_SEGMENTS; i++) {
            Arrays.fill(frame, 4 * i, 4 * i + 4, (byte) 0);
        }
        for (int i = 1; i <= segments; i++) {
            int start = header.getInt(4 * i);
            int end = i < segments ? header.getInt(4 * i + 4) : frame.length;
            if (start < HEADER || end < start || end > frame.length) {
                return;
            }
            Arrays.fill(frame, endOfRuns(frame, start, end, pixels), end, (byte) 0);
        }
    }

    private static int endOfRuns(byte[] frame, int start, int end, long pixels) {
        int at = start;
        long decoded = 0;
        while (at < end && decoded < pixels) {
            int count = frame[at];
            at += count >= 0 ? count + 2 : count == Byte.MIN_VALUE ? 1 : 2;
            decoded += count == Byte.MIN_VALUE ? 0 : Math.abs(count) + 1;
        }
        return Math.min(at, end);
    }
}
