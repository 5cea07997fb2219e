package org.roentgen.dicom.codec;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Deflated Image Frame Compression: native frames, deflated each by itself (PS3.5 A.4.13, RFC 1951). */
public final class DeflatedFrameEncoder implements FrameEncoder {
    @Override
    public byte[] encode(byte[] samples, FrameFormat format) {
        byte[] plain = format.sample().bitsAllocated() == 1
                ? Samples.packBits(samples, Math.toIntExact(format.samples()))
                : samples;
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain, 0, Math.toIntExact(format.nativeBytes()));
            deflater.finish();
            byte[] result = new byte[Math.max(64, plain.length / 2)];
            int size = 0;
            while (!deflater.finished()) {
                if (size == result.length) {
                    result = Arrays.copyOf(result, size + (size >> 1));
                }
                size += deflater.deflate(result, size, result.length - size);
            }
            return Arrays.copyOf(result, size + (size & 1));
        }
    }
}
