package org.roentgen.dicom.pixel;

import java.io.IOException;
import org.roentgen.dicom.codec.jpeg.JpegColour;

/** Brings pixels of three samples to 8-bit RGB (PS3.3 C.7.6.3.1.2). */
final class ColourModel {
    private ColourModel() {}

    /**
     * True if samples are red, green and blue already. JPEG 2000 codestreams undo their own component transform. A JPEG
     * codestream that says what its components are is believed before the data set, since the two often disagree.
     */
    static boolean isRgb(PhotometricInterpretation photometric, PixelReader pixels, int frame) throws IOException {
        return switch (photometric) {
            case YBR_ICT, YBR_RCT -> true;
            case RGB, YBR_FULL, YBR_FULL_422, YBR_PARTIAL_420, YBR_PARTIAL_422 ->
                switch (JpegColour.of(pixels.raw(frame))) {
                    case RGB -> true;
                    case YCBCR -> false;
                    case UNSTATED -> photometric == PhotometricInterpretation.RGB;
                };
            default -> true;
        };
    }

    static byte[] toRgb(Frame frame, PhotometricInterpretation photometric, boolean rgb) {
        int samples = frame.format().samplesPerPixel();
        int pixels = Math.toIntExact(frame.format().pixels());
        int shift = Math.max(0, frame.format().sample().bitsStored() - 8);
        int bytes = frame.format().sample().bytes();
        byte[] stored = frame.bytes();
        byte[] shown = new byte[3 * pixels];
        boolean partial = photometric == PhotometricInterpretation.YBR_PARTIAL_422
                || photometric == PhotometricInterpretation.YBR_PARTIAL_420;
        for (int i = 0; i < pixels; i++) {
            int at = i * samples * bytes;
            int first = cell(stored, at, bytes) >>> shift & 0xff;
            int second = cell(stored, at + bytes, bytes) >>> shift & 0xff;
            int third = cell(stored, at + 2 * bytes, bytes) >>> shift & 0xff;
            if (rgb) {
                shown[3 * i] = (byte) first;
                shown[3 * i + 1] = (byte) second;
                shown[3 * i + 2] = (byte) third;
            } else {
                fromYcbcr(first, second - 128, third - 128, partial, shown, 3 * i);
            }
        }
        return shown;
    }

    private static int cell(byte[] stored, int at, int bytes) {
        int value = 0;
        for (int b = Math.min(4, bytes) - 1; b >= 0; b--) {
            value = value << 8 | stored[at + b] & 0xff;
        }
        return value;
    }

    /** ITU-R BT.601, full range or, for the partial interpretations, 16 to 235. */
    private static void fromYcbcr(int y, int cb, int cr, boolean partial, byte[] shown, int at) {
        double scale = partial ? 255.0 / 224.0 : 1;
        double luma = partial ? (y - 16) * 255.0 / 219.0 : y;
        shown[at] = clamp(luma + 1.402 * scale * cr);
        shown[at + 1] = clamp(luma - 0.344136 * scale * cb - 0.714136 * scale * cr);
        shown[at + 2] = clamp(luma + 1.772 * scale * cb);
    }

    private static byte clamp(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
