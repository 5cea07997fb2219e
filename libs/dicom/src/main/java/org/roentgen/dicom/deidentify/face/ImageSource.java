package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import org.roentgen.dicom.DicomFile;

/** Opens an image of a series; called several times, so that no more than one image is held in memory. */
@FunctionalInterface
public interface ImageSource {
    /** The whole instance with its pixels, which may stay on disk. */
    DicomFile open() throws IOException;
}
