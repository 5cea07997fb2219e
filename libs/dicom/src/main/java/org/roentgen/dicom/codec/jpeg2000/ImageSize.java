package org.roentgen.dicom.codec.jpeg2000;

import java.util.List;

/**
 * The SIZ segment (T.800 A.5.1); components are not subsampled.
 *
 * @param image the image on the reference grid
 * @param tile the first tile on the reference grid, not clipped to the image
 * @param components depth of each component
 */
record ImageSize(Region image, Region tile, List<Depth> components) {
    /** Bits and sign of a component. */
    record Depth(int bits, boolean signed) {}

    ImageSize {
        components = List.copyOf(components);
    }

    int tilesAcross() {
        return (int) (((long) image.x1() - tile.x0() + tile.width() - 1) / tile.width());
    }

    int tilesDown() {
        return (int) (((long) image.y1() - tile.y0() + tile.height() - 1) / tile.height());
    }

    Region tileRegion(int index) {
        int across = tilesAcross();
        long x = tile.x0() + (long) (index % across) * tile.width();
        long y = tile.y0() + (long) (index / across) * tile.height();
        int right = (int) Math.min(image.x1(), x + tile.width());
        int lower = (int) Math.min(image.y1(), y + tile.height());
        return new Region((int) Math.max(image.x0(), x), (int) Math.max(image.y0(), y), right, lower);
    }
}
