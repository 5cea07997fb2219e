package org.roentgen.dicom.codec;

/** Encodes one frame without loss. Implementations hold no state: one serves all threads. */
public interface FrameEncoder {
    /**
     * @param samples {@link FrameFormat#bytes()} bytes: little-endian samples, colour by pixel
     * @return the compressed frame, of even length
     * @throws IllegalArgumentException if the format cannot hold such samples
     */
    byte[] encode(byte[] samples, FrameFormat format);
}
