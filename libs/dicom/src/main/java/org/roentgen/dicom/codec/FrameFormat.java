package org.roentgen.dicom.codec;

/**
 * Shape of one frame of stored values.
 *
 * @param rows height in pixels, 1 to 65535
 * @param columns width in pixels, 1 to 65535
 * @param samplesPerPixel samples of each pixel, 1 to 4
 * @param sample how each sample is stored
 */
public record FrameFormat(int rows, int columns, int samplesPerPixel, SampleFormat sample) {
    public FrameFormat {
        if (rows < 1 || rows > 65_535 || columns < 1 || columns > 65_535) {
            throw new IllegalArgumentException("Rows " + rows + " and Columns " + columns + " must each be 1 to 65535");
        }
        if (samplesPerPixel < 1 || samplesPerPixel > 4) {
            throw new IllegalArgumentException("Samples per Pixel " + samplesPerPixel + " is outside 1 to 4");
        }
    }

    /** Number of pixels of a frame. */
    public long pixels() {
        return (long) rows * columns;
    }

    /** Number of samples of a frame. */
    public long samples() {
        return pixels() * samplesPerPixel;
    }

    /** Bytes of a decoded frame: little-endian samples, colour by pixel. */
    public long bytes() {
        return samples() * sample.bytes();
    }

    /** Bytes of an uncompressed frame as Pixel Data holds it, bit-packed samples rounded up to whole bytes. */
    public long nativeBytes() {
        return sample.bitsAllocated() == 1 ? (samples() + 7) / 8 : bytes();
    }
}
