package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a segmentation and their pixels: bits packed one after another without padding between frames (PS3.5 8.1.1), or
 * numbers of one or two bytes.
 *
 * @param bits Bits Allocated of a pixel
 * @param pixelData padded to an even length
 */
record SegmentFrames(SegmentationType type, int bits, List<Frame> frames, byte[] pixelData) {
    private static final int LARGEST_BYTE = 255;

    /** Largest value of a fractional pixel: one. */
    static final int MAXIMUM = 255;

    /** A segment on a slice; the segment counts from 1 or is 0 for all of them, the slice counts from 0. */
    record Frame(int segment, int slice) {}

    /** Frames for each segment and slice where it occurs; a segment that occurs nowhere gets one empty frame. */
    static SegmentFrames binary(short[] labels, int sliceSize, int slices, int segments) {
        requireSegments(labels, segments);
        boolean[][] occurs = new boolean[segments + 1][slices];
        for (int index = 0; index < labels.length; index++) {
            occurs[Short.toUnsignedInt(labels[index])][index / sliceSize] = true;
        }
        List<Frame> frames = frames(occurs, slices);
        return new SegmentFrames(SegmentationType.BINARY, 1, frames, pack(labels, sliceSize, frames));
    }

    /** A frame for each slice, of 16 bits where there are more than 255 segments. */
    static SegmentFrames labelMap(short[] labels, int slices, int segments) {
        requireSegments(labels, segments);
        List<Frame> frames = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            frames.add(new Frame(0, slice));
        }
        int bits = segments > LARGEST_BYTE ? Short.SIZE : Byte.SIZE;
        return new SegmentFrames(SegmentationType.LABELMAP, bits, frames, bytes(labels, bits / Byte.SIZE));
    }

    /** Frames for each segment and slice where a fraction rounds to more than nothing; a segment without any gets one empty frame. */
    static SegmentFrames fractional(List<float[]> fractions, int sliceSize, int slices) {
        boolean[][] occurs = new boolean[fractions.size() + 1][slices];
        for (int segment = 1; segment <= fractions.size(); segment++) {
            float[] values = fractions.get(segment - 1);
            for (int index = 0; index < values.length; index++) {
                if (!(values[index] >= 0 && values[index] <= 1)) {
                    throw new IllegalArgumentException("Fraction %s of segment %d at voxel %d must be 0 to 1"
                            .formatted(values[index], segment, index));
                }
                occurs[segment][index / sliceSize] |= stored(values[index]) > 0;
            }
        }
        List<Frame> frames = frames(occurs, slices);
        byte[] pixels = new byte[Math.toIntExact(Math.ceilDiv((long) sliceSize * frames.size(), 2L) * 2)];
        for (int frame = 0; frame < frames.size(); frame++) {
            float[] values = fractions.get(frames.get(frame).segment() - 1);
            int from = frames.get(frame).slice() * sliceSize;
            for (int index = 0; index < sliceSize; index++) {
                pixels[frame * sliceSize + index] = (byte) stored(values[from + index]);
            }
        }
        return new SegmentFrames(SegmentationType.FRACTIONAL, Byte.SIZE, frames, pixels);
    }

    private static byte[] bytes(short[] labels, int size) {
        byte[] bytes = new byte[Math.multiplyExact(labels.length, size) + (labels.length * size & 1)];
        for (int index = 0; index < labels.length; index++) {
            for (int b = 0; b < size; b++) {
                bytes[index * size + b] = (byte) (labels[index] >> Byte.SIZE * b);
            }
        }
        return bytes;
    }

    private static int stored(float fraction) {
        return Math.round(fraction * MAXIMUM);
    }

    private static void requireSegments(short[] labels, int segments) {
        for (int index = 0; index < labels.length; index++) {
            int label = Short.toUnsignedInt(labels[index]);
            if (label > segments) {
                throw new IllegalArgumentException("Label %d at voxel %d has no segment: %d segments are described"
                        .formatted(label, index, segments));
            }
        }
    }

    private static List<Frame> frames(boolean[][] occurs, int slices) {
        List<Frame> frames = new ArrayList<>();
        for (int segment = 1; segment < occurs.length; segment++) {
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
        return List.copyOf(frames);
    }

    private static byte[] pack(short[] labels, int sliceSize, List<Frame> frames) {
        long bits = (long) sliceSize * frames.size();
        byte[] packed = new byte[Math.toIntExact(Math.ceilDiv(bits, 16L) * 2)];
        long bit = 0;
        for (Frame frame : frames) {
            int offset = frame.slice() * sliceSize;
            for (int index = 0; index < sliceSize; index++, bit++) {
                if (Short.toUnsignedInt(labels[offset + index]) == frame.segment()) {
                    packed[(int) (bit >> 3)] |= (byte) (1 << (bit & 7));
                }
            }
        }
        return packed;
    }
}
