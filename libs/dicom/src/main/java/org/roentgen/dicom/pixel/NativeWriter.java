package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.util.Arrays;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.codec.SampleFormat;
import org.roentgen.dicom.codec.Samples;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/** Puts frames into a data set as uncompressed pixel data (PS3.5 8.1, 8.2). */
final class NativeWriter {
    private NativeWriter() {}

    static void write(DataSet.Builder builder, PixelReader pixels, boolean bigEndian) throws IOException {
        PixelDescription description = pixels.description();
        SampleFormat sample = description.format().sample();
        int bits = sample.bitsAllocated() == 1 ? 1 : 8 * sample.bytes();
        long samples = description.format().samples() * pixels.frames();
        long total = (samples * bits + 7) / 8;
        if (total > Integer.MAX_VALUE - 16 || samples > Integer.MAX_VALUE - 16) {
            throw new UnreadablePixelsException(
                    Reason.LIMIT, "uncompressed pixel data of " + total + " bytes is over the limit of 2 GiB");
        }
        byte[] plain = new byte[Math.toIntExact(bits == 1 ? samples : total + (total & 1))];
        pixels.readAll(plain);
        byte[] packed = bits == 1 ? Samples.packBits(plain, Math.toIntExact(samples)) : plain;
        boolean words = bits > 8;
        if (vr(description, words) == VR.OW && bigEndian && bits > 16) {
            NativeFrames.swapWords(packed, bits / 8);
        }
        builder.putBytes(description.element(), vr(description, words), even(packed));
    }

    private static VR vr(PixelDescription description, boolean words) {
        return switch (description.format().sample().kind()) {
            case FLOAT -> description.format().sample().bytes() == 4 ? VR.OF : VR.OD;
            case SIGNED, UNSIGNED -> words ? VR.OW : VR.OB;
        };
    }

    private static byte[] even(byte[] bytes) {
        return (bytes.length & 1) == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    }
}
