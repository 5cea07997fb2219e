package org.roentgen.dicom.codec.jpeg2000;

import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;

/** Depths of a JPEG 2000 codestream whose size was found to agree with the data set. */
public final class CodestreamSummary {
    private final ImageSize size;

    private CodestreamSummary(ImageSize size) {
        this.size = size;
    }

    /**
     * Reads main header and tile-part headers.
     *
     * @throws MalformedFrameException if they break the format, tiles are missing, or the image has another shape than
     *     {@code format}
     */
    public static CodestreamSummary of(byte[] frame, FrameFormat format) throws MalformedFrameException {
        Codestream codestream = new Codestream(frame);
        Jpeg2000FrameDecoder.check(codestream, format);
        if (codestream.imageSize().subsampled()) {
            throw new MalformedFrameException("HTJ2K", -1, "components of different steps are not supported");
        }
        return new CodestreamSummary(codestream.imageSize());
    }

    /** Bits of a component's samples. */
    public int bits(int component) {
        return size.components().get(component).bits();
    }

    /** True if a component's samples are signed. */
    public boolean signed(int component) {
        return size.components().get(component).signed();
    }
}
