package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a binary segmentation and their bits, packed one after another without padding between frames (PS3.5 8.1.1).
 *
 * @param pixelData padded to an even length
 */
record SegmentFrames(List<Frame> frames, byte[] pixelData) {
    /** A segment on a slice; the segment counts from 1, the slice from 0. */
    record Frame(int segment, int slice) {}

    /** Frames for each segment and slice where it occurs; a segment that occurs nowhere gets one empty frame. */
    static SegmentFrames of(byte[] labels, int sliceSize, int slices, int segments) {
        boolean[][] occurs = occurrences(labels, sliceSize, slices, segments);
        List<Frame> frames = new ArrayList<>();
        for (int segment = 1; segment <= segments; segment++) {
            int before = frames.size();
            for (int slice = 0; slice < slices; slice++) {
                if (occurs[segment][slice]) {
                    frames.add(new Frame(segment, slice));
                }
            }
            if (frames.size() == before) {
                frames.add(new Frame(segment, 0));
            }
        }
        return new SegmentFrames(List.copyOf(frames), pack(labels, sliceSize, frames));
    }

    private static boolean[][] occurrences(byte[] labels, int sliceSize, int slices, int segments) {
        boolean[][] occurs = new boolean[segments + 1][slices];
        for (int index = 0; index < labels.length; index++) {
            int label = Byte.toUnsignedInt(labels[index]);
            if (label > segments) {
                throw new IllegalArgumentException("Label %d at voxel %d has no segment: %d segments are described"
                        .formatted(label, index, segments));
            }
            occurs[label][index / sliceSize] = true;
        }
        return occurs;
    }

    private static byte[] pack(byte[] labels, int sliceSize, List<Frame> frames) {
        long bits = (long) sliceSize * frames.size();
        byte[] packed = new byte[Math.toIntExact(Math.ceilDiv(bits, 16L) * 2)];
        long bit = 0;
        for (Frame frame : frames) {
            int offset = frame.slice() * sliceSize;
            for (int index = 0; index < sliceSize; index++, bit++) {
                if (Byte.toUnsignedInt(labels[offset + index]) == frame.segment()) {
                    packed[(int) (bit >> 3)] |= (byte) (1 << (bit & 7));
                }
            }
        }
        return packed;
    }
}
