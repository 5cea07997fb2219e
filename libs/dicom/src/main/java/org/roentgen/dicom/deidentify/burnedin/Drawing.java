package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A connected set of pixels of one ink.
 *
 * @param box the smallest rectangle around it
 * @param ink a bit for each of its pixels, row by row in the rectangle
 */
record Drawing(Box box, BitSet ink) {
    private static final double WIDEST_LETTER = 1.1;

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
        return List.of(part(0, thinnest), part(thinnest, width()));
    }

    /** The columns of a part, without the empty ones at its sides and the empty rows. */
    private Drawing part(int from, int to) {
        List<Box> pixels = new ArrayList<>();
        ink.stream()
                .filter(pixel -> pixel % width() >= from && pixel % width() < to)
                .forEach(pixel -> pixels.add(new Box(box.x() + pixel % width(), box.y() + pixel / width(), 1, 1)));
        return of(pixels);
    }

    private static Drawing of(List<Box> pixels) {
        Box around = pixels.stream().reduce(Box::around).orElseThrow();
        BitSet bits = new BitSet(around.width() * around.height());
        pixels.forEach(pixel -> bits.set((pixel.y() - around.y()) * around.width() + pixel.x() - around.x()));
        return new Drawing(around, bits);
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
        List<Box> pixels = new ArrayList<>();
        ink.stream().forEach(pixel -> {
            int row = pixel / width();
            int moved = (int) Math.round(slant * (height() - 1 - row));
            pixels.add(new Box(box.x() + pixel % width() - moved, box.y() + row, 1, 1));
        });
        return of(pixels);
    }

    /** The drawing with strokes that are wider by a pixel on either side. */
    Drawing thickened() {
        List<Box> pixels = new ArrayList<>();
        ink.stream().forEach(pixel -> {
            for (int near = 0; near < 9; near++) {
                pixels.add(new Box(
                        box.x() + pixel % width() + near % 3 - 1, box.y() + pixel / width() + near / 3 - 1, 1, 1));
            }
        });
        return of(pixels);
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
                    drawings.add(of(collect(plane, within, ink, y * plane.width() + x, seen)));
                }
            }
        }
        drawings.sort(Comparator.comparingInt(drawing -> drawing.box.x()));
        return drawings;
    }

    private static List<Box> collect(Plane plane, Box within, Ink ink, int start, BitSet seen) {
        List<Box> pixels = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen.set(start);
        while (!open.isEmpty()) {
            int pixel = open.pop();
            pixels.add(new Box(pixel % plane.width(), pixel / plane.width(), 1, 1));
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
        return pixels;
    }
}
