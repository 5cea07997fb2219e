package org.roentgen.dicom.codec;

/**
 * Checks sizes before a decoder runs. Inner loops rely on Java's bounds checks instead of repeating them: what they catch in
 * a hostile codestream comes out as a malformed frame here.
 */
record GuardedDecoder(FrameDecoder decoder) implements FrameDecoder {
    private static final long LARGEST_FRAME = 1L << 30;

    @Override
    public void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException {
        if (format.bytes() > LARGEST_FRAME) {
            throw new MalformedFrameException(
                    "Frame", -1, "a frame of " + format.bytes() + " bytes is larger than the limit of 1 GiB");
        }
        if (format.sample().bytes() > decoder.largestSample()) {
            throw new MalformedFrameException(
                    "Frame",
                    -1,
                    "samples of " + format.sample().bytes() + " bytes cannot be coded in this transfer syntax");
        }
        if (target.length < format.bytes()) {
            throw new IllegalArgumentException(
                    "the target of " + target.length + " bytes is smaller than the frame of " + format.bytes());
        }
        try {
            decoder.decode(frame, format, target);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            MalformedFrameException malformed =
                    new MalformedFrameException("Frame", -1, "the coded data leads outside its own bounds");
            malformed.initCause(e);
            throw malformed;
        }
    }
}
