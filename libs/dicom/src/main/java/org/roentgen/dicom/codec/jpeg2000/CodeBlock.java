package org.roentgen.dicom.codec.jpeg2000;

import java.util.Arrays;

/** A code-block and what the packets brought of it. */
final class CodeBlock {
    final Region region;
    boolean included;
    int zeroPlanes;
    int lengthBits = 3;
    int passes;

    /** Codeword segments, two numbers each: passes so far, most passes. */
    private int[] segments = new int[4];

    private int segmentCount;

    /** Pieces of compressed data: segment, offset, length. */
    private int[] chunks = new int[6];

    private int chunkCount;

    CodeBlock(Region region) {
        this.region = region;
    }

    int segmentCount() {
        return segmentCount;
    }

    int segmentPasses(int segment) {
        return segments[2 * segment];
    }

    /** The segment that the next pass belongs to, opened if need be. */
    int openSegment(ComponentStyle style) {
        if (segmentCount > 0 && segments[2 * segmentCount - 2] < segments[2 * segmentCount - 1]) {
            return segmentCount - 1;
        }
        if (2 * segmentCount + 2 > segments.length) {
            segments = Arrays.copyOf(segments, segments.length * 2);
        }
        segments[2 * segmentCount] = 0;
        segments[2 * segmentCount + 1] = mostPasses(style);
        return segmentCount++;
    }

    private int mostPasses(ComponentStyle style) {
        if (style.has(ComponentStyle.TERMINATE)) {
            return 1;
        }
        if (!style.has(ComponentStyle.BYPASS)) {
            return Integer.MAX_VALUE;
        }
        if (segmentCount == 0) {
            return 10;
        }
        return segments[2 * segmentCount - 1] == 2 ? 1 : 2;
    }

    /** Passes that still fit into a segment. */
    int room(int segment) {
        return segments[2 * segment + 1] - segments[2 * segment];
    }

    void addPasses(int segment, int count) {
        segments[2 * segment] += count;
        passes += count;
    }

    void addChunk(int segment, int offset, int length) {
        if (3 * chunkCount + 3 > chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        chunks[3 * chunkCount] = segment;
        chunks[3 * chunkCount + 1] = offset;
        chunks[3 * chunkCount + 2] = length;
        chunkCount++;
    }

    /** Copies a segment's bytes to {@code buffer} and returns their number, or -1 - the number that it needs. */
    int copySegment(int segment, byte[] data, byte[] buffer) {
        int total = 0;
        for (int i = 0; i < chunkCount; i++) {
            total += chunks[3 * i] == segment ? chunks[3 * i + 2] : 0;
        }
        if (total > buffer.length) {
            return -1 - total;
        }
        int at = 0;
        for (int i = 0; i < chunkCount; i++) {
            if (chunks[3 * i] == segment) {
                System.arraycopy(data, chunks[3 * i + 1], buffer, at, chunks[3 * i + 2]);
                at += chunks[3 * i + 2];
            }
        }
        return total;
    }
}
