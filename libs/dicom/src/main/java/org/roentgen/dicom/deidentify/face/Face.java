package org.roentgen.dicom.deidentify.face;

import java.util.BitSet;
import org.roentgen.dicom.geometry.PlaneGeometry;

/** What is taken away of a head. */
interface Face {
    /** The pixels of the face in a plane, row by row. */
    BitSet mask(PlaneGeometry plane);
}
