package org.roentgen.dicom.codec;

import java.util.Arrays;

/** RLE Lossless frames: byte planes of PackBits runs (PS3.5 annex G, transfer syntax 1.2.840.10008.1.2.5). */
public final class RleFrameDecoder implements FrameDecoder {
    private static final int HEADER = 64;

    @Override
    public int largestSample() {
        return 8;
    }

    @Override
    public void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException {
        int bytes = format.sample().bytes();
        int samples = format.samplesPerPixel();
        int segments = bytes * samples;
        if (frame.length < HEADER || word(frame, 0) != segments) {
            throw new MalformedFrameException(
                    "RLE",
                    0,
                    frame.length < HEADER
                            ? "the frame of " + frame.length + " bytes is shorter than its header of 64"
                            : "the header names " + (word(frame, 0) & 0xffffffffL) + " segments, the data set needs "
                                    + segments);
        }
        int pixels = Math.toIntExact(format.pixels());
        byte[] planes = segments == 1 ? target : new byte[segments * pixels];
        for (int segment = 0; segment < segments; segment++) {
            long start = word(frame, 4 + 4 * segment) & 0xffffffffL;
            long end = segment + 1 < segments ? word(frame, 8 + 4 * segment) & 0xffffffffL : frame.length;
            if (start < HEADER || end < start || end > frame.length) {
                throw new MalformedFrameException(
                        "RLE",
                        4 + 4L * segment,
                        "segment " + segment + " lies at " + start + " to " + end + " in a frame of " + frame.length
                                + " bytes");
            }
            plane(frame, (int) start, (int) end, planes, segment * pixels, pixels);
        }
        if (segments == 2 && bytes == 2) {
            BytePlanes.join(planes, pixels, target);
        } else if (segments > 1) {
            BytePlanes.interleave(planes, pixels, samples, bytes, target);
        }
    }

    private static void plane(byte[] frame, int from, int end, byte[] planes, int first, int pixels)
            throws MalformedFrameException {
        int in = from;
        int out = first;
        int left = pixels;
        while (left > 0) {
            if (in >= end) {
                throw new MalformedFrameException("RLE", in, "the segment ends " + left + " bytes before its plane");
            }
            int control = frame[in++];
            if (control >= 0) {
                int length = Math.min(control + 1, left);
                if (in + length > end) {
                    throw new MalformedFrameException("RLE", in, "a literal run leaves its segment");
                }
                System.arraycopy(frame, in, planes, out, length);
                in += control + 1;
                out += length;
                left -= length;
            } else if (control != -128) {
                if (in >= end) {
                    throw new MalformedFrameException("RLE", in, "a replicate run has no byte to repeat");
                }
                int length = Math.min(1 - control, left);
                Arrays.fill(planes, out, out + length, frame[in++]);
                out += length;
                left -= length;
            }
        }
    }

    private static int word(byte[] data, int at) {
        return data[at] & 0xff | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16 | data[at + 3] << 24;
    }
}
