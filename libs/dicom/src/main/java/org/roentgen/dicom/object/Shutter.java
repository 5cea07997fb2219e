package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** What part of an image is to be seen (PS3.3 C.7.6.11); rows and columns are counted from 1. An image shows what all shutters show. */
public sealed interface Shutter {
    /** Whether a pixel is to be seen. */
    boolean shows(int column, int row);

    /** The rectangle between edges that are to be seen themselves. */
    record Rectangle(int left, int right, int upper, int lower) implements Shutter {
        @Override
        public boolean shows(int column, int row) {
            return column >= left && column <= right && row >= upper && row <= lower;
        }
    }

    /** A circle of a radius in pixels. */
    record Circle(int centerColumn, int centerRow, int radius) implements Shutter {
        @Override
        public boolean shows(int column, int row) {
            return Math.hypot(column - centerColumn, row - centerRow) <= radius;
        }
    }

    /** A polygon of vertices at pixels, its border included to the left and above. */
    record Polygon(List<ImagePoint> vertices) implements Shutter {
        public Polygon {
            vertices = List.copyOf(vertices);
        }

        @Override
        public boolean shows(int column, int row) {
            boolean inside = false;
            ImagePoint before = vertices.getLast();
            for (ImagePoint vertex : vertices) {
                if ((before.row() <= row) != (vertex.row() <= row)) {
                    double crossing = before.column()
                            + (row - before.row())
                                    * (vertex.column() - before.column())
                                    / (vertex.row() - before.row());
                    inside ^= crossing <= column;
                }
                before = vertex;
            }
            return inside;
        }
    }

    /** The shutters of an image or presentation state; a bitmap one is not among them. */
    static List<Shutter> read(DataSet dataSet) {
        List<Shutter> shutters = new ArrayList<>();
        for (String shape : dataSet.strings(Tag.ShutterShape)) {
            switch (shape) {
                case "RECTANGULAR" ->
                    shutters.add(new Rectangle(
                            edge(dataSet, Tag.ShutterLeftVerticalEdge),
                            edge(dataSet, Tag.ShutterRightVerticalEdge),
                            edge(dataSet, Tag.ShutterUpperHorizontalEdge),
                            edge(dataSet, Tag.ShutterLowerHorizontalEdge)));
                case "CIRCULAR" -> {
                    double[] center = Attributes.decimals(dataSet, Tag.CenterOfCircularShutter, 2);
                    shutters.add(new Circle(
                            (int) center[1],
                            (int) center[0],
                            Attributes.integer(dataSet, Tag.RadiusOfCircularShutter, 0, Integer.MAX_VALUE)));
                }
                case "POLYGONAL" -> shutters.add(polygon(dataSet));
                case "BITMAP" -> {}
                default ->
                    throw new ObjectFormatException(
                            "Shutter Shape is '%s': RECTANGULAR, CIRCULAR, POLYGONAL or BITMAP is needed"
                                    .formatted(shape));
            }
        }
        return shutters;
    }

    private static int edge(DataSet dataSet, int tag) {
        return Attributes.integer(dataSet, tag, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Polygon polygon(DataSet dataSet) {
        double[] values = Attributes.decimals(dataSet, Tag.VerticesOfThePolygonalShutter);
        if (values.length < 6 || values.length % 2 != 0) {
            throw new ObjectFormatException(
                    "Vertices of the Polygonal Shutter has %d numbers: three rows and columns are the least"
                            .formatted(values.length));
        }
        List<ImagePoint> vertices = new ArrayList<>();
        for (int index = 0; index < values.length; index += 2) {
            vertices.add(new ImagePoint(values[index + 1], values[index]));
        }
        return new Polygon(vertices);
    }

    /** Puts the attributes of shutters, of which each shape may occur once. */
    static void put(DataSet.Builder builder, List<Shutter> shutters) {
        List<String> shapes = new ArrayList<>();
        for (Shutter shutter : shutters) {
            switch (shutter) {
                case Rectangle rectangle -> {
                    shapes.add("RECTANGULAR");
                    builder.putIntegers(Tag.ShutterLeftVerticalEdge, rectangle.left())
                            .putIntegers(Tag.ShutterRightVerticalEdge, rectangle.right())
                            .putIntegers(Tag.ShutterUpperHorizontalEdge, rectangle.upper())
                            .putIntegers(Tag.ShutterLowerHorizontalEdge, rectangle.lower());
                }
                case Circle circle -> {
                    shapes.add("CIRCULAR");
                    builder.putIntegers(Tag.CenterOfCircularShutter, circle.centerRow(), circle.centerColumn())
                            .putIntegers(Tag.RadiusOfCircularShutter, circle.radius());
                }
                case Polygon polygon -> {
                    shapes.add("POLYGONAL");
                    builder.putIntegers(
                            Tag.VerticesOfThePolygonalShutter,
                            polygon.vertices().stream()
                                    .flatMapToInt(vertex -> IntStream.of((int) vertex.row(), (int) vertex.column()))
                                    .toArray());
                }
            }
        }
        if (shapes.stream().distinct().count() < shapes.size()) {
            throw new IllegalArgumentException("Shutters %s must each be of another shape".formatted(shapes));
        }
        if (!shapes.isEmpty()) {
            builder.put(Tag.ShutterShape, shapes.toArray(String[]::new)).putIntegers(Tag.ShutterPresentationValue, 0);
        }
    }
}
