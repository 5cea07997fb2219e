package org.roentgen.imaging;

import java.io.IOException;
import java.io.Serial;

/** Thrown for a file that is not what it should be, or more than this platform handles; says what, and what would be right. */
public final class ImageFormatException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ImageFormatException(String message) {
        super(message);
    }
}
