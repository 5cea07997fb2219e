package org.roentgen.dicom.deidentify.burnedin;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rectangle of pixels.
 *
 * @param x left column, from 0
 * @param y top row, from 0
 * @param width columns
 * @param height rows
 */
public record Box(int x, int y, int width, int height) {
    private static final double LEAST_ALONG_COLUMN = 1.5;

    /** The column behind the last one. */
    public int right() {
        return x + width;
    }

    /** The row behind the last one. */
    public int bottom() {
        return y + height;
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    /** True where the pixel lies inside. */
    public boolean contains(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    boolean contains(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** What is above, below, left and right of another rectangle. */
    List<Box> without(Box other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        int top = Math.max(y, other.y);
        int bottom = Math.min(bottom(), other.bottom());
        return Stream.of(
                        new Box(x, y, width, top - y),
                        new Box(x, bottom, width, bottom() - bottom),
                        new Box(x, top, other.x - x, bottom - top),
                        new Box(other.right(), top, right() - other.right(), bottom - top))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The part inside an image. */
    Box within(int columns, int rows) {
        int left = Math.clamp(x, 0, columns);
        int top = Math.clamp(y, 0, rows);
        return new Box(left, top, Math.clamp(right(), left, columns) - left, Math.clamp(bottom(), top, rows) - top);
    }

    /** Larger by a margin on each side. */
    Box grown(int horizontal, int vertical) {
        return new Box(x - horizontal, y - vertical, width + 2 * horizontal, height + 2 * vertical);
    }

    /** True for one that is much higher than wide, as lines of text along columns are. */
    boolean runsAlongColumn() {
        return height >= LEAST_ALONG_COLUMN * width;
    }

    /** The rectangle in an image that is mirrored at its diagonal. */
    Box transposed() {
        return new Box(y, x, height, width);
    }

    /** The smallest rectangle around both. */
    Box around(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
