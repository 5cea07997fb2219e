package org.roentgen.dicom.object.contour;

/** Where the vertices of an outline lie. Filling the outline gives back the mask with both. */
public enum OutlineStyle {
    /** At the corners of the pixels: the outline encloses exactly the area of the mask. */
    PIXEL_CORNERS,

    /**
     * Halfway between the centres of a pixel inside and its neighbour outside, as marching squares at level 0.5 gives them: smoother,
     * and smaller than the mask by an eighth of a pixel at each corner.
     */
    MARCHING_SQUARES
}
