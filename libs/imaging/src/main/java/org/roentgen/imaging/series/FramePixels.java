package org.roentgen.imaging.series;

import java.io.IOException;
import org.roentgen.dicom.DicomFile;

/** Decodes one frame of a single-sample image to its stored values, row by row. */
@FunctionalInterface
public interface FramePixels {
    float[] storedValues(DicomFile image, int frame) throws IOException;
}
