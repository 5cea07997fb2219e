package org.roentgen.dicom.codec.jpeg2000;

/**
 * Inverse wavelet filters over interleaved samples (T.800 F.3), for {@code lanes} independent signals at once: sample i of a lane
 * lies at i times {@code lanes} plus the lane. Low-pass samples stand at even positions, at odd ones if the signal starts odd.
 */
final class Lifting {
    private static final float ALPHA = -1.586134342f;
    private static final float BETA = -0.052980118f;
    private static final float GAMMA = 0.882911075f;
    private static final float DELTA = 0.443506852f;
    private static final float K = 1.230174105f;

    private Lifting() {}

    static void reversible(int[] signal, int length, int start, int lanes) {
        if (length == 1) {
            for (int lane = 0; lane < lanes && start == 1; lane++) {
                signal[lane] >>= 1;
            }
            return;
        }
        for (int i = start; i < length; i += 2) {
            int at = i * lanes;
            int left = neighbour(i - 1, length) * lanes;
            int right = neighbour(i + 1, length) * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                signal[at + lane] -= (signal[left + lane] + signal[right + lane] + 2) >> 2;
            }
        }
        for (int i = 1 - start; i < length; i += 2) {
            int at = i * lanes;
            int left = neighbour(i - 1, length) * lanes;
            int right = neighbour(i + 1, length) * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                signal[at + lane] += (signal[left + lane] + signal[right + lane]) >> 1;
            }
        }
    }

    static void irreversible(float[] signal, int length, int start, int lanes) {
        if (length == 1) {
            for (int lane = 0; lane < lanes && start == 1; lane++) {
                signal[lane] *= 0.5f;
            }
            return;
        }
        for (int i = 0; i < length; i++) {
            float factor = (i & 1) == start ? K : 1 / K;
            for (int at = i * lanes; at < (i + 1) * lanes; at++) {
                signal[at] *= factor;
            }
        }
        step(signal, length, start, lanes, DELTA);
        step(signal, length, 1 - start, lanes, GAMMA);
        step(signal, length, start, lanes, BETA);
        step(signal, length, 1 - start, lanes, ALPHA);
    }

    private static void step(float[] signal, int length, int first, int lanes, float factor) {
        for (int i = first; i < length; i += 2) {
            int at = i * lanes;
            int left = neighbour(i - 1, length) * lanes;
            int right = neighbour(i + 1, length) * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                signal[at + lane] -= factor * (signal[left + lane] + signal[right + lane]);
            }
        }
    }

    private static int neighbour(int index, int length) {
        return index < 0 ? 1 : index >= length ? 2 * length - 2 - index : index;
    }
}
