package org.roentgen.dicom.deidentify.burnedin;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The brightness of an image.
 *
 * @param width columns
 * @param height rows
 * @param values a value for each pixel, row by row; larger is brighter
 */
public record Plane(int width, int height, int[] values) {
    public Plane {
        if (values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values do not make " + width + " x " + height);
        }
    }

    /** Dark for bright. */
    Plane inverted() {
        return new Plane(
                width, height, Arrays.stream(values).map(value -> -value).toArray());
    }

    /** The image mirrored at its diagonal, so that text that runs along a column runs along a row. */
    Plane transposed() {
        int[] turned = new int[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = values[y * width + x];
            }
        }
        return new Plane(height, width, turned);
    }

    /** The image seen from behind. */
    Plane mirrored() {
        int[] turned = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i / width * width + width - 1 - i % width] = values[i];
        }
        return new Plane(width, height, turned);
    }

    /** Turned by a quarter, so that a line that runs upwards runs to the right. */
    Plane turnedRight() {
        return transposed().mirrored();
    }

    /** Turned by a quarter, so that a line that runs downwards runs to the right. */
    Plane turnedLeft() {
        return mirrored().transposed();
    }

    /** A part of the image; outside of it, the nearest of its pixels. */
    Plane part(Box box) {
        int[] part = new int[box.width() * box.height()];
        for (int i = 0; i < part.length; i++) {
            int x = Math.clamp(box.x() + i % box.width(), 0, width - 1);
            int y = Math.clamp(box.y() + i / box.width(), 0, height - 1);
            part[i] = at(x, y);
        }
        return new Plane(box.width(), box.height(), part);
    }

    /** Masked pixels as dark as the darkest. */
    Plane without(BitSet mask) {
        if (mask.isEmpty()) {
            return this;
        }
        int dark = least();
        int[] rest = values.clone();
        mask.stream().forEach(pixel -> rest[pixel] = dark);
        return new Plane(width, height, rest);
    }

    /** The place of the darkest pixel. */
    int darkest() {
        int darkest = 0;
        for (int i = 1; i < values.length; i++) {
            darkest = values[i] < values[darkest] ? i : darkest;
        }
        return darkest;
    }

    int at(int x, int y) {
        return values[y * width + x];
    }

    int least() {
        int least = values.length == 0 ? 0 : values[0];
        for (int value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    int most() {
        int most = values.length == 0 ? 0 : values[0];
        for (int value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
