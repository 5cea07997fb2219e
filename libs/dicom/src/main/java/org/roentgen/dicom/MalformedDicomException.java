package org.roentgen.dicom;

import java.io.IOException;
import java.io.Serial;

/**
 * Input that breaks a rule of the standard in a way that the reader was not allowed to repair. The message names offset,
 * tag path and rule, never a value.
 */
public final class MalformedDicomException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final String tagPath;
    private final Rule rule;

    /**
     * @param rule the rule that the input breaks
     * @param offset the byte offset in the file or stream (in the inflated data set where that is deflated)
     * @param tagPath the path to the element, such as {@code (0040,A730)[2].(0008,0100)}; empty outside elements
     * @param detail what was found, without any value of the data set
     */
    public MalformedDicomException(Rule rule, long offset, String tagPath, String detail) {
        super(rule + " at byte " + offset + (tagPath.isEmpty() ? "" : " in " + tagPath) + ": " + detail);
        this.rule = rule;
        this.offset = offset;
        this.tagPath = tagPath;
    }

    /** The byte offset at which the rule was found broken. */
    public long offset() {
        return offset;
    }

    /** The path to the element, such as {@code (0040,A730)[2].(0008,0100)}; empty outside elements. */
    public String tagPath() {
        return tagPath;
    }

    /** The rule that the input breaks. */
    public Rule rule() {
        return rule;
    }
}
