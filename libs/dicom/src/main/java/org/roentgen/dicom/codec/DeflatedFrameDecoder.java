package org.roentgen.dicom.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated Image Frame Compression: native frames, deflated each by itself (PS3.5 A.4.13, RFC 1951). */
public final class DeflatedFrameDecoder implements FrameDecoder {
    @Override
    public int largestSample() {
        return 8;
    }

    @Override
    public void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException {
        boolean packed = format.sample().bitsAllocated() == 1;
        int length = Math.toIntExact(format.nativeBytes());
        byte[] plain = packed ? new byte[length] : target;
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(frame);
            int done = 0;
            while (done < length) {
                int count = inflater.inflate(plain, done, length - done);
                if (count == 0) {
                    throw new MalformedFrameException(
                            "Deflate",
                            inflater.getBytesRead(),
                            "the frame inflates to " + done + " bytes, " + length + " are due");
                }
                done += count;
            }
        } catch (DataFormatException e) {
            throw new MalformedFrameException("Deflate", -1, String.valueOf(e.getMessage()));
        }
        if (packed) {
            Samples.unpackBits(plain, 0, target, Math.toIntExact(format.samples()));
        }
    }
}
