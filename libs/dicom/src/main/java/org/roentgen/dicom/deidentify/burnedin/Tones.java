package org.roentgen.dicom.deidentify.burnedin;

/**
 * What the finder of text sees of a plane: each value in parts of the range of all values, and in parts of the pixels that are darker
 * (half of those that are as dark counted in). On each level above the first, pixels are means of 2 x 2 of the one below.
 */
final class Tones {
    private static final int MOST_BINS = 1 << 20;

    private final Plane plane;
    private final int least;
    private final int step;
    private final float[] brightness;
    private final float[] rank;

    Tones(Plane plane) {
        this.plane = plane;
        this.least = plane.least();
        int range = plane.most() - least;
        this.step = range / MOST_BINS + 1;
        int[] counts = new int[range / step + 1];
        for (int value : plane.values()) {
            counts[(value - least) / step]++;
        }
        this.brightness = new float[counts.length];
        this.rank = new float[counts.length];
        double darker = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            brightness[bin] = range == 0 ? 0 : (float) ((double) bin * step / range);
            rank[bin] = (float) ((darker + counts[bin] / 2.0) / plane.values().length);
            darker += counts[bin];
        }
    }

    /** Columns of a level, from 0 for the plane itself. */
    int width(int level) {
        return plane.width() >> level;
    }

    /** Rows of a level. */
    int height(int level) {
        return plane.height() >> level;
    }

    /**
     * The part of a level that a rectangle covers, 0 where there is no pixel.
     *
     * @return brightness of all its pixels, row by row, and the rank of all
     */
    float[] part(int level, Box box) {
        int area = box.width() * box.height();
        float[] values = new float[2 * area];
        int columns = Math.min(box.width(), width(level) - box.x());
        int rows = Math.min(box.height(), height(level) - box.y());
        int side = 1 << level;
        float share = 1f / (side * side);
        for (int y = 0; y < rows << level; y++) {
            int source = ((box.y() << level) + y) * plane.width() + (box.x() << level);
            int target = (y >> level) * box.width();
            for (int x = 0; x < columns << level; x++) {
                int bin = (plane.values()[source + x] - least) / step;
                values[target + (x >> level)] += share * brightness[bin];
                values[area + target + (x >> level)] += share * rank[bin];
            }
        }
        return values;
    }
}
