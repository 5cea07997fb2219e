package org.roentgen.dicom.object;

import java.util.List;
import java.util.Optional;

/**
 * Graphics and texts of one layer on images (PS3.3 C.10.5).
 *
 * @param layer name of 1 to 16 capital letters, digits, spaces and underscores
 */
public record GraphicAnnotation(String layer, List<Graphic> graphics, List<Text> texts) {
    public GraphicAnnotation {
        graphics = List.copyOf(graphics);
        texts = List.copyOf(texts);
        if (graphics.isEmpty() && texts.isEmpty()) {
            throw new IllegalArgumentException("Annotation of layer '%s' needs a graphic or a text".formatted(layer));
        }
    }

    /** What coordinates count: pixels of the image, or fractions of the displayed area. */
    public enum Units {
        PIXEL,
        DISPLAY
    }

    /** Graphic Type (0070,0023) with the fewest points that it takes. */
    public enum Shape {
        POINT(1),
        POLYLINE(2),
        INTERPOLATED(2),
        CIRCLE(2),
        ELLIPSE(4);

        private final int fewest;

        Shape(int fewest) {
            this.fewest = fewest;
        }
    }

    /**
     * A shape: for a circle its center and a point on it, for an ellipse the ends of its major and of its minor axis.
     *
     * @param filled whether the area within is filled
     */
    public record Graphic(Units units, Shape shape, List<ImagePoint> points, boolean filled) {
        public Graphic {
            points = List.copyOf(points);
            boolean any = shape == Shape.POLYLINE || shape == Shape.INTERPOLATED;
            if (points.size() < shape.fewest || !any && points.size() != shape.fewest) {
                throw new IllegalArgumentException(
                        "Graphic %s has %d points: it needs %d".formatted(shape, points.size(), shape.fewest));
            }
        }
    }

    /** A text in a box, at a point, or both. */
    public record Text(String text, Optional<Box> box, Optional<Anchor> anchor) {
        public Text {
            if (box.isEmpty() && anchor.isEmpty()) {
                throw new IllegalArgumentException("A text of a presentation state needs a box or an anchor point");
            }
        }

        /** A text at a point of the image, which is not marked itself. */
        public static Text at(double column, double row, String text) {
            return new Text(
                    text, Optional.empty(), Optional.of(new Anchor(Units.PIXEL, new ImagePoint(column, row), false)));
        }
    }

    /** Where a text stands. */
    public record Box(Units units, ImagePoint topLeft, ImagePoint bottomRight) {}

    /** What a text points to, with a line there if it is visible. */
    public record Anchor(Units units, ImagePoint point, boolean visible) {}
}
