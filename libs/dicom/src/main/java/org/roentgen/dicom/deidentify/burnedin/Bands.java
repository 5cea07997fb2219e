package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Parts what is drawn in a rectangle into lines, and lines at wide gaps, by where values change most. */
final class Bands {
    /** Of the changes in the busiest row or column, above those in the calmest. */
    private static final double LEAST = 0.2;

    /** Lower ones than this part of the highest are accents, or what reaches in from beside. */
    private static final double LOWEST = 0.4;

    /** Rows from one up to another. */
    private record Band(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private Bands() {}

    /** The rectangles around what is drawn in lines side by side; where nothing is drawn, all of it. */
    static List<Box> lines(Plane plane, Box box) {
        return within(plane, box, Bands::lines);
    }

    /** The parts of a line between gaps that are wider than it is high. */
    static List<Box> parts(Plane plane, Box line) {
        int height = Math.min(line.width(), line.height());
        return within(plane, line, part -> parts(part, height + 1));
    }

    /** Lines that run along columns are parted as if they ran along rows; a pixel around them shows the edges of what they begin with. */
    private static List<Box> within(Plane plane, Box box, Function<Plane, List<Box>> parting) {
        Plane part = plane.part(box.grown(1, 1));
        List<Box> parts = box.runsAlongColumn()
                ? parting.apply(part.transposed()).stream().map(Box::transposed).toList()
                : parting.apply(part);
        return parts.stream()
                .map(inner -> new Box(inner.x() - 1, inner.y() - 1, inner.width(), inner.height()))
                .map(inner -> inner.within(box.width(), box.height()))
                .map(inner -> new Box(box.x() + inner.x(), box.y() + inner.y(), inner.width(), inner.height()))
                .toList();
    }

    private static List<Box> lines(Plane part) {
        List<Band> bands = of(rows(part), 1);
        int highest = bands.stream().mapToInt(Band::length).max().orElse(0);
        return bands.stream()
                .filter(rows -> rows.length() >= LOWEST * highest)
                .map(rows -> new Box(0, rows.from, part.width(), rows.length()))
                .map(line -> {
                    Box letters =
                            parts(part.part(line.grown(0, 1)), line.width()).getFirst();
                    return new Box(letters.x(), line.y(), letters.width(), line.height());
                })
                .toList();
    }

    private static List<Box> parts(Plane part, int leastGap) {
        return of(columns(part), leastGap).stream()
                .map(columns -> new Box(columns.from, 1, columns.length(), part.height() - 2))
                .toList();
    }

    /** How much values change along each row. */
    private static double[] rows(Plane part) {
        double[] changes = new double[part.height()];
        for (int y = 0; y < part.height(); y++) {
            for (int x = 1; x < part.width(); x++) {
                changes[y] += change(part, x, y, x - 1, y);
            }
        }
        return changes;
    }

    /** How much values change along each column and from the one before it. */
    private static double[] columns(Plane part) {
        double[] changes = new double[part.width()];
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                changes[x] += change(part, x, y, Math.max(0, x - 1), y) + change(part, x, y, x, Math.max(0, y - 1));
            }
        }
        return changes;
    }

    private static double change(Plane part, int x, int y, int fromX, int fromY) {
        return Math.abs((double) part.at(x, y) - part.at(fromX, fromY));
    }

    private static List<Band> of(double[] changes, int leastGap) {
        double calmest = Arrays.stream(changes).min().orElse(0);
        double busiest = Arrays.stream(changes).max().orElse(0);
        List<Band> bands = new ArrayList<>();
        for (int at = 0; at < changes.length; at++) {
            if (changes[at] >= calmest + LEAST * (busiest - calmest)) {
                boolean follows = !bands.isEmpty() && at - bands.getLast().to < leastGap;
                int from = follows ? bands.removeLast().from : at;
                bands.add(new Band(from, at + 1));
            }
        }
        return bands;
    }
}
