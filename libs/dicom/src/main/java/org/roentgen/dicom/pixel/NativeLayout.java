package org.roentgen.dicom.pixel;

/** Brings an uncompressed frame to colour by pixel at full resolution. */
final class NativeLayout {
    private NativeLayout() {}

    /**
     * @param raw a frame as pixel data holds it
     * @param target receives it colour by pixel
     */
    static void arrange(byte[] raw, PixelDescription description, byte[] target) {
        int bytes = description.format().sample().bytes();
        if (description.photometric().isPairwise() && description.format().samplesPerPixel() == 3) {
            expandPairs(raw, target, Math.toIntExact(description.format().pixels()), bytes);
        } else if (description.planar()) {
            interleave(raw, target, description.format().samplesPerPixel(), bytes);
        } else {
            System.arraycopy(
                    raw, 0, target, 0, Math.toIntExact(description.format().bytes()));
        }
    }

    private static void interleave(byte[] raw, byte[] target, int samples, int bytes) {
        int pixels = raw.length / samples / bytes;
        int in = 0;
        for (int sample = 0; sample < samples; sample++) {
            int out = sample * bytes;
            for (int i = 0; i < pixels; i++, out += (samples - 1) * bytes) {
                for (int b = 0; b < bytes; b++) {
                    target[out++] = raw[in++];
                }
            }
        }
    }

    /** Two pixels stand as Y1 Y2 Cb Cr (PS3.3 C.7.6.3.1.2). */
    private static void expandPairs(byte[] raw, byte[] target, int pixels, int bytes) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            int pair = (pixel >> 1) * 4 * bytes;
            int out = pixel * 3 * bytes;
            for (int b = 0; b < bytes; b++) {
                target[out + b] = raw[pair + (pixel & 1) * bytes + b];
                target[out + bytes + b] = raw[pair + 2 * bytes + b];
                target[out + 2 * bytes + b] = raw[pair + 3 * bytes + b];
            }
        }
    }
}
