package org.roentgen.dicom.codec.jpeg2000;

/**
 * A subband of a tile-component.
 *
 * @param index 0 for the lowest, then three for each resolution: the place of its quantization step
 * @param highX 1 if it is high-pass across
 * @param highY 1 if it is high-pass down
 * @param region its samples
 */
record Subband(int index, int highX, int highY, Region region) {
    /** Orientation of the context tables: 0 low, 1 high across, 2 high down, 3 both. */
    int orientation() {
        return highX + 2 * highY;
    }
}
