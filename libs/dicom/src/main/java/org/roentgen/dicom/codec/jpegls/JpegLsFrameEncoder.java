package org.roentgen.dicom.codec.jpegls;

import org.roentgen.dicom.codec.FrameEncoder;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.Samples;

/**
 * Lossless JPEG-LS of samples of up to 16 bits (transfer syntax 1.2.840.10008.1.2.4.80); colour is interleaved by line. The
 * codestream's precision is Bits Stored where all samples fit, else Bits Allocated, so that no bit is lost.
 */
public final class JpegLsFrameEncoder implements FrameEncoder {
    @Override
    public byte[] encode(byte[] samples, FrameFormat format) {
        int bytes = format.sample().bytes();
        if (bytes > 2 || format.sample().bitsAllocated() == 1) {
            throw new IllegalArgumentException("JPEG-LS holds samples of 8 or 16 Bits Allocated, not "
                    + format.sample().bitsAllocated());
        }
        int precision = precision(samples, format);
        StuffedBitWriter writer = new StuffedBitWriter((int) Math.min(format.bytes() / 2, 1 << 28));
        header(writer, precision, format);
        CodingParameters parameters = CodingParameters.standard((1 << precision) - 1, 0);
        int count = format.samplesPerPixel();
        ScanEncoder encoder = new ScanEncoder(writer, parameters, format.columns(), count);
        for (int row = 0; row < format.rows(); row++) {
            long first = (long) row * format.columns() * count;
            for (int i = 0; i < count; i++) {
                Samples.getRow(samples, first + i, count, bytes, encoder.line(i), 1, format.columns());
            }
            encoder.encodeLines();
        }
        writer.finish();
        writer.raw(0xff, 0xd9);
        return writer.toByteArray();
    }

    private static int precision(byte[] samples, FrameFormat format) {
        int used = 0;
        if (format.sample().bytes() == 1) {
            for (int i = 0; i < format.samples(); i++) {
                used |= samples[i] & 0xff;
            }
        } else {
            for (int i = 0; i < format.samples(); i++) {
                used |= samples[2 * i] & 0xff | (samples[2 * i + 1] & 0xff) << 8;
            }
        }
        int needed = 32 - Integer.numberOfLeadingZeros(used);
        int stored = Math.max(2, format.sample().bitsStored());
        return needed <= stored ? stored : 8 * format.sample().bytes();
    }

    private static void header(StuffedBitWriter writer, int precision, FrameFormat format) {
        int count = format.samplesPerPixel();
        writer.raw(0xff, 0xd8, 0xff, 0xf7, 0, 8 + 3 * count, precision);
        writer.raw(format.rows() >> 8, format.rows(), format.columns() >> 8, format.columns(), count);
        for (int i = 1; i <= count; i++) {
            writer.raw(i, 0x11, 0);
        }
        writer.raw(0xff, 0xda, 0, 6 + 2 * count, count);
        for (int i = 1; i <= count; i++) {
            writer.raw(i, 0);
        }
        writer.raw(0, count > 1 ? 1 : 0, 0);
    }
}
