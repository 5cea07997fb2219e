package org.roentgen.dicom.codec.jpeg2000;

/**
 * Rebuilds a tile-component from the subbands of the 9-7 wavelet (T.800 F.3). Subbands lie in one plane of the tile-component's
 * size: the lower resolution at the top left, high-pass subbands beside and below it. Columns are lifted many at a time, their
 * samples side by side; the distance between neighbours is a constant so that the loops become vector code.
 */
final class IrreversibleWavelet {
    private static final int LANES = 64;
    private static final float ALPHA = -1.586134342f;
    private static final float BETA = -0.052980118f;
    private static final float GAMMA = 0.882911075f;
    private static final float DELTA = 0.443506852f;
    private static final float K = 1.230174105f;

    private final float[] plane;
    private final int stride;
    private final float[] low;
    private final float[] high;
    private final float[] strip;

    private IrreversibleWavelet(float[] plane, Region region) {
        this.plane = plane;
        stride = region.width();
        low = new float[region.width() / 2 + 3];
        high = new float[region.width() / 2 + 3];
        strip = new float[(region.height() + 2) * LANES];
    }

    static void invert(float[] plane, TileComponent component) {
        IrreversibleWavelet wavelet = new IrreversibleWavelet(plane, component.region);
        for (int r = 1; r < component.resolutions.length; r++) {
            wavelet.level(component.resolutions[r].region, component.resolutions[r - 1].region);
        }
    }

    private void level(Region whole, Region lower) {
        if (whole.isEmpty()) {
            return;
        }
        for (int y = 0; y < whole.height(); y++) {
            row(y * stride, whole.width(), lower.width(), whole.x0() & 1);
        }
        for (int x = 0; x < whole.width(); x += LANES) {
            columns(x, Math.min(LANES, whole.width() - x), whole.height(), lower.height(), whole.y0() & 1);
        }
    }

    private void row(int from, int width, int lows, int start) {
        if (width == 1) {
            single(from, start);
            return;
        }
        int highs = width - lows;
        System.arraycopy(plane, from, low, 1, lows);
        System.arraycopy(plane, from + lows, high, 1, highs);
        scale(low, 1, lows, K);
        scale(high, 1, highs, 1 / K);
        lift(low, lows, high, highs, start, DELTA);
        lift(high, highs, low, lows, 1 - start, GAMMA);
        lift(low, lows, high, highs, start, BETA);
        lift(high, highs, low, lows, 1 - start, ALPHA);
        for (int i = 0, to = from + start; i < lows; i++, to += 2) {
            plane[to] = low[i + 1];
        }
        for (int i = 0, to = from + 1 - start; i < highs; i++, to += 2) {
            plane[to] = high[i + 1];
        }
    }

    /** Mirrors a signal of one kind at both ends. */
    private static void extend(float[] line, int count) {
        line[0] = line[1];
        line[count + 1] = line[count];
    }

    private void single(int at, int start) {
        if (start == 1) {
            plane[at] *= 0.5f;
        }
    }

    private void columns(int x, int lanes, int height, int lows, int start) {
        if (height == 1) {
            for (int lane = 0; lane < lanes; lane++) {
                single(x + lane, start);
            }
            return;
        }
        for (int i = 0; i < height; i++) {
            int row = i < lows ? 2 * i + start : 2 * (i - lows) + 1 - start;
            System.arraycopy(plane, i * stride + x, strip, (row + 1) * LANES, lanes);
        }
        for (int row = 0; row < height; row++) {
            scale(strip, (row + 1) * LANES, LANES, (row & 1) == start ? K : 1 / K);
        }
        lift(height, start, DELTA);
        lift(height, 1 - start, GAMMA);
        lift(height, start, BETA);
        lift(height, 1 - start, ALPHA);
        for (int row = 0; row < height; row++) {
            System.arraycopy(strip, (row + 1) * LANES, plane, row * stride + x, lanes);
        }
    }

    private void mirror(int height) {
        System.arraycopy(strip, 2 * LANES, strip, 0, LANES);
        System.arraycopy(strip, (height - 1) * LANES, strip, (height + 1) * LANES, LANES);
    }

    private static void scale(float[] samples, int from, int count, float factor) {
        for (int i = from; i < from + count; i++) {
            samples[i] *= factor;
        }
    }

    private static void lift(float[] line, int count, float[] other, int others, int start, float factor) {
        extend(other, others);
        for (int i = 1; i <= count; i++) {
            line[i] -= factor * (other[i - 1 + start] + other[i + start]);
        }
    }

    private void lift(int height, int first, float factor) {
        mirror(height);
        for (int row = first; row < height; row += 2) {
            lift(strip, (row + 1) * LANES, factor);
        }
    }

    private static void lift(float[] strip, int at, float factor) {
        for (int i = at; i < at + LANES; i++) {
            strip[i] -= factor * (strip[i - LANES] + strip[i + LANES]);
        }
    }
}
