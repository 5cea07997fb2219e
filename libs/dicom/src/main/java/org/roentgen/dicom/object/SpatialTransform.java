package org.roentgen.dicom.object;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * How an image is turned for display (PS3.3 C.10.6).
 *
 * @param rotation degrees clockwise: 0, 90, 180 or 270
 * @param flipped whether it is mirrored left to right after that
 */
public record SpatialTransform(int rotation, boolean flipped) {
    /** As it is stored. */
    public static final SpatialTransform NONE = new SpatialTransform(0, false);

    public SpatialTransform {
        if (rotation != 0 && rotation != 90 && rotation != 180 && rotation != 270) {
            throw new IllegalArgumentException("Image Rotation %d must be 0, 90, 180 or 270".formatted(rotation));
        }
    }

    static SpatialTransform read(DataSet dataSet) {
        return Attributes.checked(() -> new SpatialTransform(
                dataSet.integer(Tag.ImageRotation, 0),
                dataSet.string(Tag.ImageHorizontalFlip, "N").equals("Y")));
    }

    void put(DataSet.Builder builder) {
        if (!equals(NONE)) {
            builder.put(Tag.ImageHorizontalFlip, flipped ? "Y" : "N").putIntegers(Tag.ImageRotation, rotation);
        }
    }

    /** Where a point of an image of this size comes to lie on the display, both in pixels. */
    public ImagePoint toDisplay(ImagePoint point, int columns, int rows) {
        ImagePoint turned =
                switch (rotation) {
                    case 90 -> new ImagePoint(rows - point.row(), point.column());
                    case 180 -> new ImagePoint(columns - point.column(), rows - point.row());
                    case 270 -> new ImagePoint(point.row(), columns - point.column());
                    default -> point;
                };
        int width = rotation % 180 == 0 ? columns : rows;
        return flipped ? new ImagePoint(width - turned.column(), turned.row()) : turned;
    }
}
