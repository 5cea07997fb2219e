package org.roentgen.dicom.codec.jpeg;

import org.roentgen.dicom.codec.MalformedFrameException;

/** What a JPEG codestream of three components says of their colour model. */
public enum JpegColour {
    RGB,
    YCBCR,
    UNSTATED;

    /** Looks at the Adobe and JFIF segments and at the component identifiers; unstated for all other content. */
    public static JpegColour of(byte[] frame) {
        if (frame.length < 4 || frame[0] != (byte) 0xff || frame[1] != (byte) 0xd8 || frame[2] != (byte) 0xff) {
            return UNSTATED;
        }
        try {
            JpegHeaders headers = new JpegHeaders(frame);
            if (headers.nextScan(0) == null || headers.frame().lossless()) {
                return UNSTATED;
            }
            if (headers.adobeTransform() >= 0) {
                return headers.adobeTransform() == 0 ? RGB : YCBCR;
            }
            if (headers.frame().components().getFirst().identifier() == 'R') {
                return RGB;
            }
            return headers.isJfif() ? YCBCR : UNSTATED;
        } catch (MalformedFrameException e) {
            return UNSTATED;
        }
    }
}
