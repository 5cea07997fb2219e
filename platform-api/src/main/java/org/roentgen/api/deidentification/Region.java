package org.roentgen.api.deidentification;

/** A rectangle of every frame, in pixels from the upper left corner. */
public record Region(int x, int y, int width, int height) {
    /** True where it has an area, and at least a part of it lies in an image of this size. */
    boolean isIn(int columns, int rows) {
        return width > 0 && height > 0 && x >= 0 && y >= 0 && x < columns && y < rows;
    }
}
