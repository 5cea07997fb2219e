package org.roentgen.dicom.codec;

import java.io.IOException;

/** A compressed frame that breaks its format, or needs a feature that the format allows and this toolkit does not read. */
public final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String format;
    private final long offset;

    /**
     * @param format name of the compressed format, such as "JPEG-LS"
     * @param offset byte offset within the compressed frame at which the rule was broken, or -1 where none applies
     * @param rule what was found and what should have been there
     */
    public MalformedFrameException(String format, long offset, String rule) {
        super(offset < 0 ? format + ": " + rule : format + " at byte " + offset + ": " + rule);
        this.format = format;
        this.offset = offset;
    }

    public String format() {
        return format;
    }

    /** Byte offset within the compressed frame, or -1. */
    public long offset() {
        return offset;
    }
}
