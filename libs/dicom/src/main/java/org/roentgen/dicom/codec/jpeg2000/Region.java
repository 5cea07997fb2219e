package org.roentgen.dicom.codec.jpeg2000;

/** A rectangle of samples, the right and lower bounds excluded. */
record Region(int x0, int y0, int x1, int y1) {
    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    Region intersect(Region other) {
        return new Region(
                Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** The region halved {@code levels} times, bounds rounded up (T.800 equation B-14). */
    Region reduce(int levels) {
        return new Region(ceiling(x0, levels), ceiling(y0, levels), ceiling(x1, levels), ceiling(y1, levels));
    }

    /** The region on a coarser grid, bounds rounded up (B-12). */
    Region divide(int stepX, int stepY) {
        return new Region(
                Math.ceilDiv(x0, stepX), Math.ceilDiv(y0, stepY), Math.ceilDiv(x1, stepX), Math.ceilDiv(y1, stepY));
    }

    /** The region of a subband at a decomposition level, offset by a half where it is high-pass (B-15). */
    Region subband(int level, int highX, int highY) {
        if (level == 0) {
            return this;
        }
        long dx = (long) highX << (level - 1);
        long dy = (long) highY << (level - 1);
        return new Region(
                ceiling(x0 - dx, level), ceiling(y0 - dy, level), ceiling(x1 - dx, level), ceiling(y1 - dy, level));
    }

    static int ceiling(long value, int shift) {
        return (int) ((value + (1L << shift) - 1) >> shift);
    }
}
