package org.roentgen.dicom.codec.jpeg2000;

import java.util.List;

/**
 * The SIZ segment (T.800 A.5.1); the pixels of the image are those of its finest component.
 *
 * @param image the image on the reference grid
 * @param tile the first tile on the reference grid, not clipped to the image
 * @param components depth and steps of each component
 */
record ImageSize(Region image, Region tile, List<Component> components) {
    /** Bits and sign of a component, and how far apart its samples stand on the reference grid. */
    record Component(int bits, boolean signed, int stepX, int stepY) {
        /** The component's samples within a part of the reference grid. */
        Region samples(Region grid) {
            return grid.divide(stepX, stepY);
        }
    }

    ImageSize {
        components = List.copyOf(components);
    }

    /** Step of the finest component across. */
    int stepX() {
        return components.stream().mapToInt(Component::stepX).min().orElse(1);
    }

    /** Step of the finest component down. */
    int stepY() {
        return components.stream().mapToInt(Component::stepY).min().orElse(1);
    }

    /** True if a component has fewer samples than the image has pixels. */
    boolean subsampled() {
        return components.stream().anyMatch(component -> component.stepX() != stepX() || component.stepY() != stepY());
    }

    /** The pixels of a part of the reference grid. */
    Region pixels(Region grid) {
        return grid.divide(stepX(), stepY());
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
