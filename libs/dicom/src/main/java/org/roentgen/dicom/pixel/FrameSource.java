package org.roentgen.dicom.pixel;

import java.io.IOException;

/** Where frames come from: uncompressed or compressed pixel data. Implementations serve many threads. */
sealed interface FrameSource permits NativeFrames, EncapsulatedFrames {
    /** Writes a frame's stored values to the start of {@code target}. */
    void read(int frame, byte[] target) throws IOException;

    /** A frame's bytes as they lie in the pixel data, compressed ones without their fragment structure. */
    byte[] raw(int frame) throws IOException;

    /** Bytes of all frames as they lie in the pixel data. */
    long rawBytes();
}
