package org.roentgen.dicom.deidentify.face;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * What the positions of images hold in: those of images with the same one can be compared (PS3.3 C.7.4.1).
 *
 * @param study its UID
 * @param frameOfReference its UID, empty where the image names none
 */
record Coordinates(String study, String frameOfReference) {
    static Coordinates of(DataSet image) {
        return new Coordinates(image.string(Tag.StudyInstanceUID, ""), image.string(Tag.FrameOfReferenceUID, ""));
    }

    boolean areNamed() {
        return !frameOfReference.isEmpty();
    }
}
