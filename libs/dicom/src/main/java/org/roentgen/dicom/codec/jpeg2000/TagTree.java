package org.roentgen.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.roentgen.dicom.codec.MalformedFrameException;

/** A tag tree: minima over quadrants, told bit by bit (T.800 B.10.2). */
final class TagTree {
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final int width;
    private final int[] parents;
    private final int[] values;
    private final int[] lows;
    private final int[] path = new int[33];

    TagTree(int width, int height) {
        this.width = width;
        int nodes = 0;
        int w = width;
        int h = height;
        while (true) {
            nodes += w * h;
            if (w * h <= 1) {
                break;
            }
            w = (w + 1) >> 1;
            h = (h + 1) >> 1;
        }
        parents = new int[nodes];
        values = new int[nodes];
        lows = new int[nodes];
        Arrays.fill(values, UNKNOWN);
        link(width, height);
    }

    private void link(int width, int height) {
        int start = 0;
        int w = width;
        int h = height;
        while (w * h > 1) {
            int next = start + w * h;
            int nextWidth = (w + 1) >> 1;
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    parents[start + y * w + x] = next + (y >> 1) * nextWidth + (x >> 1);
                }
            }
            start = next;
            w = nextWidth;
            h = (h + 1) >> 1;
        }
        if (parents.length > 0) {
            parents[parents.length - 1] = -1;
        }
    }

    /** Reads as far as needed to know whether the leaf's value is below {@code threshold}. */
    boolean below(PacketBits bits, int x, int y, int threshold) throws MalformedFrameException {
        int depth = 0;
        int leaf = y * width + x;
        for (int node = leaf; node >= 0; node = parents[node]) {
            path[depth++] = node;
        }
        int low = 0;
        while (depth > 0) {
            int node = path[--depth];
            low = Math.max(low, lows[node]);
            while (low < threshold && low < values[node]) {
                if (bits.bit() == 1) {
                    values[node] = low;
                } else {
                    low++;
                }
            }
            lows[node] = low;
        }
        return values[leaf] < threshold;
    }
}
