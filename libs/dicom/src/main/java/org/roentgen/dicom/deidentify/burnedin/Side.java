package org.roentgen.dicom.deidentify.burnedin;

import java.util.List;

/**
 * An image as it is, or mirrored at its diagonal, so that text that runs along a column runs along a row.
 *
 * @param plane as it is
 * @param range difference of its brightest and its darkest value
 * @param turned whether it is mirrored
 */
record Side(Plane plane, int range, boolean turned) {
    /** Both sides of an image. */
    static List<Side> of(Plane plane) {
        int range = plane.most() - plane.least();
        return List.of(new Side(plane, range, false), new Side(plane, range, true));
    }

    int width() {
        return turned ? plane.height() : plane.width();
    }

    int height() {
        return turned ? plane.width() : plane.height();
    }

    int at(int x, int y) {
        return turned ? plane.at(y, x) : plane.at(x, y);
    }

    /** A glyph of the image as it is seen from this side. */
    Glyph turn(Glyph glyph) {
        return turned ? glyph.transposed() : glyph;
    }

    /** A rectangle seen from this side, as it lies in the image. */
    Box unturned(Box box) {
        return turned ? box.transposed() : box;
    }
}
