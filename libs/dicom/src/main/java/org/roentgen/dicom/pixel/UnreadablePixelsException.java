package org.roentgen.dicom.pixel;

import java.io.IOException;

/** Pixels that a data set does not have, does not describe soundly, or holds in a form that cannot be decoded. */
public final class UnreadablePixelsException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the pixels. */
    public enum Reason {
        /** The data set has no pixel data element. */
        NO_PIXEL_DATA,
        /** An attribute of the Image Pixel module is absent or has a value that it cannot have. */
        INVALID_ATTRIBUTE,
        /** This toolkit does not decode the transfer syntax. */
        UNSUPPORTED_TRANSFER_SYNTAX,
        /** There are fewer bytes, fragments or frames than the attributes say. */
        TRUNCATED,
        /** A compressed frame breaks its format. */
        MALFORMED_FRAME,
        /** A frame is larger than the limit of the reader. */
        LIMIT
    }

    private final Reason reason;

    public UnreadablePixelsException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
