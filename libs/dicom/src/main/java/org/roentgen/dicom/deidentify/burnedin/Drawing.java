package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A connected set of pixels of one ink.
 *
 * @param box the smallest rectangle around it
 * @param ink a bit for each of its pixels, row by row in the rectangle
 */
record Drawing(Box box, BitSet ink) {
    private static final double WIDEST_LETTER = 1.1;
    /** Part of the height of a frame that what is framed has at least. */
    private static final double LEAST_FRAMED = 0.25;

    int width() {
        return box.width();
    }

    int height() {
        return box.height();
    }

    /** The inked area of a part of the rectangle, in pixels. */
    double inked(double left, double right, double top, double bottom) {
        double area = 0;
        for (int y = (int) top; y < Math.min(bottom, height()); y++) {
            for (int x = (int) left; x < Math.min(right, width()); x++) {
                if (ink.get(y * width() + x)) {
                    area += (Math.min(right, x + 1) - Math.max(left, x)) * (Math.min(bottom, y + 1) - Math.max(top, y));
                }
            }
        }
        return area;
    }

    /** True where a pixel of the drawing lies in a rectangle. */
    boolean isIn(Box part) {
        return ink.stream().anyMatch(pixel -> part.contains(box.x() + pixel % width(), box.y() + pixel / width()));
    }

    /** True where another drawing stands in the middle of this one, as a letter in a ring. */
    boolean isAround(Drawing other) {
        return box.contains(other.box.grown(1, 1)) && other.height() >= LEAST_FRAMED * height();
    }

    /** Two drawings where this one is too wide for a letter, parted at the column of its middle with the least ink; else this one. */
    List<Drawing> split() {
        if (width() < WIDEST_LETTER * height()) {
            return List.of(this);
        }
        int thinnest = width() / 2;
        for (int column = width() * 3 / 10; column <= width() * 7 / 10; column++) {
            if (inked(column, column + 1, 0, height()) < inked(thinnest, thinnest + 1, 0, height())) {
                thinnest = column;
            }
        }
        return Stream.of(part(0, thinnest), part(thinnest, width()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The columns of a part, without the empty ones at its sides and the empty rows; nothing where there is no ink. */
    Optional<Drawing> part(int from, int to) {
        Pixels pixels = new Pixels(box.x() + from, box.y(), to - from, height());
        for (int pixel = ink.nextSetBit(0); pixel >= 0; pixel = ink.nextSetBit(pixel + 1)) {
            int column = pixel % width();
            if (column >= from && column < to) {
                pixels.add(box.x() + column, box.y() + pixel / width());
            }
        }
        return pixels.isEmpty() ? Optional.empty() : Optional.of(pixels.drawing());
    }

    /** All of the drawings as one. */
    static Drawing join(List<Drawing> parts) {
        Pixels pixels =
                new Pixels(parts.stream().map(Drawing::box).reduce(Box::around).orElseThrow());
        for (Drawing part : parts) {
            part.forEach(pixels::add);
        }
        return pixels.drawing();
    }

    private void forEach(PixelConsumer consumer) {
        for (int pixel = ink.nextSetBit(0); pixel >= 0; pixel = ink.nextSetBit(pixel + 1)) {
            consumer.accept(box.x() + pixel % width(), box.y() + pixel / width());
        }
    }

    /**
     * The drawing set upright.
     *
     * @param slant columns by which a row stands right of the one below it
     */
    Drawing upright(double slant) {
        if (slant == 0) {
            return this;
        }
        int most = (int) Math.round(slant * (height() - 1));
        Pixels pixels = new Pixels(box.x() - most, box.y(), width() + most, height());
        forEach((x, y) -> pixels.add(x - (int) Math.round(slant * (box.bottom() - 1 - y)), y));
        return pixels.drawing();
    }

    /** The drawing as a mirror shows it that stands beside a rectangle. */
    Drawing mirrored(Box line) {
        Pixels pixels = new Pixels(line.x() + line.right() - box.right(), box.y(), width(), height());
        forEach((x, y) -> pixels.add(line.x() + line.right() - 1 - x, y));
        return pixels.drawing();
    }

    /** The drawing with strokes that are wider by a pixel on either side. */
    Drawing thickened() {
        Pixels pixels = new Pixels(box.grown(1, 1));
        forEach((x, y) -> {
            for (int near = 0; near < 9; near++) {
                pixels.add(x + near % 3 - 1, y + near / 3 - 1);
            }
        });
        return pixels.drawing();
    }

    /** The connected sets of bright pixels in a rectangle, from left to right. */
    static List<Drawing> find(Plane plane, Box within, int least) {
        return find(plane, within, new Ink(least, Integer.MAX_VALUE));
    }

    /** The connected sets of pixels of an ink in a rectangle, from left to right. */
    static List<Drawing> find(Plane plane, Box within, Ink ink) {
        BitSet seen = new BitSet();
        List<Drawing> drawings = new ArrayList<>();
        for (int y = within.y(); y < within.bottom(); y++) {
            for (int x = within.x(); x < within.right(); x++) {
                if (ink.holds(plane.at(x, y)) && !seen.get(y * plane.width() + x)) {
                    drawings.add(collect(plane, within, ink, y * plane.width() + x, seen));
                }
            }
        }
        drawings.sort(Comparator.comparingInt(drawing -> drawing.box.x()));
        return drawings;
    }

    private static Drawing collect(Plane plane, Box within, Ink ink, int start, BitSet seen) {
        Pixels pixels = new Pixels(within);
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen.set(start);
        while (!open.isEmpty()) {
            int pixel = open.pop();
            pixels.add(pixel % plane.width(), pixel / plane.width());
            for (int near = 0; near < 9; near++) {
                int x = pixel % plane.width() + near % 3 - 1;
                int y = pixel / plane.width() + near / 3 - 1;
                int neighbour = y * plane.width() + x;
                if (within.contains(x, y) && ink.holds(plane.at(x, y)) && !seen.get(neighbour)) {
                    seen.set(neighbour);
                    open.push(neighbour);
                }
            }
        }
        return pixels.drawing();
    }

    /** Something done with each pixel of a drawing. */
    private interface PixelConsumer {
        void accept(int x, int y);
    }

    /** Pixels of a rectangle that are collected one by one. */
    private static final class Pixels {
        private final Box within;
        private final BitSet bits;
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = Integer.MIN_VALUE;
        private int bottom = Integer.MIN_VALUE;

        Pixels(Box within) {
            this.within = within;
            this.bits = new BitSet(within.width() * within.height());
        }

        Pixels(int x, int y, int width, int height) {
            this(new Box(x, y, width, height));
        }

        void add(int x, int y) {
            bits.set((y - within.y()) * within.width() + x - within.x());
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
        }

        boolean isEmpty() {
            return bits.isEmpty();
        }

        /** What was collected, without the empty rows and columns around it. */
        Drawing drawing() {
            Box box = new Box(left, top, right - left, bottom - top);
            BitSet ink = new BitSet(box.width() * box.height());
            for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
                int x = within.x() + bit % within.width() - left;
                int y = within.y() + bit / within.width() - top;
                ink.set(y * box.width() + x);
            }
            return new Drawing(box, ink);
        }
    }
}
