package org.roentgen.dicom.codec;

/** Decodes one frame of one compressed format. Implementations hold no state: one serves all threads. */
public interface FrameDecoder {
    /**
     * Decodes one frame to its stored values: no rescale, no lookup table, no colour conversion except the component
     * transform that is part of a JPEG 2000 codestream.
     *
     * @param frame the compressed frame; trailing padding is allowed
     * @param format what the data set says of the frame; the codestream must agree
     * @param target receives {@link FrameFormat#bytes()} bytes from its start: little-endian samples, colour by pixel
     * @throws MalformedFrameException if the frame breaks its format or contradicts {@code format}
     * @throws IllegalArgumentException if {@code target} is too small
     */
    void decode(byte[] frame, FrameFormat format, byte[] target) throws MalformedFrameException;

    /** Most bytes that a sample may have; codecs of images know integers of up to four. */
    default int largestSample() {
        return 4;
    }
}
