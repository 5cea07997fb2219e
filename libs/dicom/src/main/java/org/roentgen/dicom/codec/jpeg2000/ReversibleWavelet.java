package org.roentgen.dicom.codec.jpeg2000;

/**
 * Rebuilds a tile-component from the subbands of the 5-3 wavelet (T.800 F.3). Subbands lie in one plane of the tile-component's
 * size: the lower resolution at the top left, high-pass subbands beside and below it. Columns are lifted many at a time, their
 * samples side by side; the distance between neighbours is a constant so that the loops become vector code.
 */
final class ReversibleWavelet {
    private static final int LANES = 64;

    private final int[] plane;
    private final int stride;
    private final int[] low;
    private final int[] high;
    private final int[] strip;

    private ReversibleWavelet(int[] plane, Region region) {
        this.plane = plane;
        stride = region.width();
        low = new int[region.width() / 2 + 3];
        high = new int[region.width() / 2 + 3];
        strip = new int[(region.height() + 2) * LANES];
    }

    static void invert(int[] plane, TileComponent component) {
        ReversibleWavelet wavelet = new ReversibleWavelet(plane, component.region);
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
        extend(high, highs);
        for (int i = 1; i <= lows; i++) {
            low[i] -= (high[i - 1 + start] + high[i + start] + 2) >> 2;
        }
        extend(low, lows);
        for (int i = 1; i <= highs; i++) {
            high[i] += (low[i - start] + low[i + 1 - start]) >> 1;
        }
        for (int i = 0, to = from + start; i < lows; i++, to += 2) {
            plane[to] = low[i + 1];
        }
        for (int i = 0, to = from + 1 - start; i < highs; i++, to += 2) {
            plane[to] = high[i + 1];
        }
    }

    /** Mirrors a signal of one kind at both ends. */
    private static void extend(int[] line, int count) {
        line[0] = line[1];
        line[count + 1] = line[count];
    }

    private void single(int at, int start) {
        if (start == 1) {
            plane[at] >>= 1;
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
        mirror(height);
        for (int row = start; row < height; row += 2) {
            update(strip, (row + 1) * LANES);
        }
        mirror(height);
        for (int row = 1 - start; row < height; row += 2) {
            predict(strip, (row + 1) * LANES);
        }
        for (int row = 0; row < height; row++) {
            System.arraycopy(strip, (row + 1) * LANES, plane, row * stride + x, lanes);
        }
    }

    private void mirror(int height) {
        System.arraycopy(strip, 2 * LANES, strip, 0, LANES);
        System.arraycopy(strip, (height - 1) * LANES, strip, (height + 1) * LANES, LANES);
    }

    private static void update(int[] strip, int at) {
        for (int i = at; i < at + LANES; i++) {
            strip[i] -= (strip[i - LANES] + strip[i + LANES] + 2) >> 2;
        }
    }

    private static void predict(int[] strip, int at) {
        for (int i = at; i < at + LANES; i++) {
            strip[i] += (strip[i - LANES] + strip[i + LANES]) >> 1;
        }
    }
}
