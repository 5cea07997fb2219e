package org.roentgen.dicom.deidentify;

import java.io.Serial;
import java.util.List;
import org.roentgen.dicom.deidentify.burnedin.Box;

/** An image of which a person has to say what in its pixels identifies people; {@link Deidentifier} takes the answer. */
public final class DoubtfulPixelsException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Box> found;

    public DoubtfulPixelsException(String message, List<Box> found) {
        super(message);
        this.found = List.copyOf(found);
    }

    /** The rectangles that would have been blanked in every frame; the doubt is whether they are enough. */
    public List<Box> found() {
        return found;
    }
}
