package org.roentgen.api.deidentification;

import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tags;

/** Paths of attributes such as {@code (0040,A730)[2].(0040,A123)}. */
final class AttributePaths {
    private static final int TAG_LENGTH = 11;

    private AttributePaths() {}

    /** The keyword of the attribute that the path ends at; empty for private and unknown ones. */
    static String name(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        String tag = last.substring(0, Math.min(TAG_LENGTH, last.length()));
        return Tags.parse(tag).isPresent() ? Dictionary.keyword(Tags.parse(tag).getAsInt()) : "";
    }
}
