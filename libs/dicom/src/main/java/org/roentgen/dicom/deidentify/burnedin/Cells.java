package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The probabilities of text in square cells of an image.
 *
 * @param side pixels on each side of a cell
 * @param columns cells beside each other
 * @param rows cells above each other
 * @param text a probability for each cell, row by row
 */
record Cells(int side, int columns, int rows, float[] text) {
    /** Pixels on each side of a cell of the image as it is. */
    static final int SIDE = 4;

    /** From here on a cell may be text. */
    static final double LOW = 0.3;
    /** A group of cells that is less probable is nothing. */
    static final double LEAST = LOW + 0.05;

    /** Part of its rectangle that a straight line fills. */
    private static final double LEAST_FILLED = 0.6;

    /** Ink at the edge of a line may fill too little of a cell; part of a cell, and pixels at least. */
    private static final double MARGIN = 0.75;

    private static final int LEAST_MARGIN = 3;

    /** Cells that touch, also at their corners, with their mean probability. */
    private record Group(List<Integer> cells, double likelihood) {}

    /** The lines of connected cells whose mean probability is at least {@link #LEAST}. */
    List<Line> lines() {
        BitSet seen = new BitSet(text.length);
        List<Line> lines = new ArrayList<>();
        for (int cell = 0; cell < text.length; cell++) {
            if (text[cell] >= LOW && !seen.get(cell)) {
                Group group = group(cell, seen);
                if (group.likelihood >= LEAST) {
                    lines.add(line(group));
                }
            }
        }
        return lines;
    }

    private Group group(int first, BitSet seen) {
        List<Integer> cells = new ArrayList<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(first));
        seen.set(first);
        double sum = 0;
        while (!open.isEmpty()) {
            int cell = open.pop();
            cells.add(cell);
            sum += text[cell];
            for (int y = Math.max(0, cell / columns - 1); y <= Math.min(rows - 1, cell / columns + 1); y++) {
                for (int x = Math.max(0, cell % columns - 1); x <= Math.min(columns - 1, cell % columns + 1); x++) {
                    int near = y * columns + x;
                    if (text[near] >= LOW && !seen.get(near)) {
                        seen.set(near);
                        open.push(near);
                    }
                }
            }
        }
        return new Group(cells, sum / cells.size());
    }

    private Line line(Group group) {
        Box box = around(group.cells);
        int longer = Math.max(box.width(), box.height());
        boolean isStraight = group.cells.size() >= LEAST_FILLED * box.width() * box.height();
        int thickness = isStraight ? Math.min(box.width(), box.height()) : (group.cells.size() + longer - 1) / longer;
        List<Box> parts = isStraight ? List.of(box) : runs(group.cells, box, thickness);
        return new Line(
                parts.stream().map(this::pixels).toList(),
                Math.max(LEAST_MARGIN, (int) Math.round(MARGIN * side)),
                side,
                group.likelihood);
    }

    /** The rectangles around as many columns as the line is thick, of a line that is higher than wide around as many rows. */
    private List<Box> runs(List<Integer> cells, Box box, int length) {
        boolean isWide = box.width() >= box.height();
        int runs = (Math.max(box.width(), box.height()) + length - 1) / length;
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            members.add(new ArrayList<>());
        }
        for (int cell : cells) {
            int along = isWide ? cell % columns - box.x() : cell / columns - box.y();
            members.get(along / length).add(cell);
        }
        return members.stream().map(this::around).toList();
    }

    private Box around(List<Integer> cells) {
        return cells.stream()
                .map(cell -> new Box(cell % columns, cell / columns, 1, 1))
                .reduce(Box::around)
                .orElseThrow();
    }

    private Box pixels(Box cells) {
        return new Box(cells.x() * side, cells.y() * side, cells.width() * side, cells.height() * side);
    }
}
