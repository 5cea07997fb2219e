package org.roentgen.dicom.codec.jpeg2000;

/**
 * Rebuilds a tile-component from its subbands (T.800 F.3.1). Subbands lie in one plane of the tile-component's size: the lower
 * resolution at the top left, high-pass subbands beside and below it.
 */
final class InverseWavelet {
    private static final int LANES = 16;

    private InverseWavelet() {}

    static void reversible(int[] plane, TileComponent component) {
        int stride = component.region.width();
        int[] signal = new int[longest(component) * LANES];
        for (int r = 1; r < component.resolutions.length; r++) {
            Region whole = component.resolutions[r].region;
            Region low = component.resolutions[r - 1].region;
            for (int y = 0; y < whole.height() && whole.width() > 0; y++) {
                spread(plane, y * stride, 1, signal, whole.width(), low.width(), whole.x0() & 1, 1);
                Lifting.reversible(signal, whole.width(), whole.x0() & 1, 1);
                System.arraycopy(signal, 0, plane, y * stride, whole.width());
            }
            for (int x = 0; x < whole.width() && whole.height() > 0; x += LANES) {
                int lanes = Math.min(LANES, whole.width() - x);
                spread(plane, x, stride, signal, whole.height(), low.height(), whole.y0() & 1, lanes);
                Lifting.reversible(signal, whole.height(), whole.y0() & 1, lanes);
                for (int y = 0; y < whole.height(); y++) {
                    System.arraycopy(signal, y * lanes, plane, y * stride + x, lanes);
                }
            }
        }
    }

    static void irreversible(float[] plane, TileComponent component) {
        int stride = component.region.width();
        float[] signal = new float[longest(component) * LANES];
        for (int r = 1; r < component.resolutions.length; r++) {
            Region whole = component.resolutions[r].region;
            Region low = component.resolutions[r - 1].region;
            for (int y = 0; y < whole.height() && whole.width() > 0; y++) {
                spread(plane, y * stride, 1, signal, whole.width(), low.width(), whole.x0() & 1, 1);
                Lifting.irreversible(signal, whole.width(), whole.x0() & 1, 1);
                System.arraycopy(signal, 0, plane, y * stride, whole.width());
            }
            for (int x = 0; x < whole.width() && whole.height() > 0; x += LANES) {
                int lanes = Math.min(LANES, whole.width() - x);
                spread(plane, x, stride, signal, whole.height(), low.height(), whole.y0() & 1, lanes);
                Lifting.irreversible(signal, whole.height(), whole.y0() & 1, lanes);
                for (int y = 0; y < whole.height(); y++) {
                    System.arraycopy(signal, y * lanes, plane, y * stride + x, lanes);
                }
            }
        }
    }

    private static int longest(TileComponent component) {
        return Math.max(1, Math.max(component.region.width(), component.region.height()));
    }

    /** Interleaves low-pass and high-pass samples; works for int and float arrays alike. */
    private static void spread(
            Object plane, int from, int step, Object signal, int length, int lows, int start, int lanes) {
        for (int i = 0; i < lows; i++) {
            System.arraycopy(plane, from + i * step, signal, (2 * i + start) * lanes, lanes);
        }
        for (int i = lows; i < length; i++) {
            System.arraycopy(plane, from + i * step, signal, (2 * (i - lows) + 1 - start) * lanes, lanes);
        }
    }
}
