package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the connected sets of pixels whose values are those of an ink, by runs and union-find. */
final class Glyphs {
    private static final int LEAST_HEIGHT = 5;
    private static final int LARGEST_PART_OF_HEIGHT = 12;
    private static final int LARGEST_PART_OF_SMALL = 4;
    private static final int LEAST_LARGEST_HEIGHT = 28;
    private static final int LARGEST_PART_OF_DRAWN = 5;
    private static final double LARGE = 0.6;
    private static final int WIDEST = 30;
    private static final double LEAST_FILL = 0.07;

    private final Plane plane;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] rows = new int[1024];
    private int[] parents = new int[1024];
    /** Pixels of a run above which there is ink too. */
    private int[] covered = new int[1024];

    private int count;

    private Glyphs(Plane plane) {
        this.plane = plane;
    }

    /** What may be letters along rows, or when the image is turned, along columns. */
    static List<Glyph> find(Plane plane, Ink ink) {
        Glyphs glyphs = new Glyphs(plane);
        glyphs.collectRuns(ink.least(), ink.most());
        return glyphs.collect();
    }

    private void collectRuns(int least, int most) {
        int[] values = plane.values();
        int above = 0;
        int aboveEnd = 0;
        for (int y = 0; y < plane.height(); y++) {
            int first = count;
            int offset = y * plane.width();
            int x = 0;
            while (x < plane.width()) {
                int start = x;
                while (x < plane.width() && values[offset + x] >= least && values[offset + x] <= most) {
                    x++;
                }
                if (x > start) {
                    add(start, x, y);
                }
                x++;
            }
            join(above, aboveEnd, first, count);
            above = first;
            aboveEnd = count;
        }
    }

    private void add(int start, int end, int row) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            rows = Arrays.copyOf(rows, 2 * count);
            parents = Arrays.copyOf(parents, 2 * count);
            covered = Arrays.copyOf(covered, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        rows[count] = row;
        parents[count] = count;
        covered[count] = 0;
        count++;
    }

    /** Runs of neighbouring rows belong together where they touch, be it at a corner. */
    private void join(int above, int aboveEnd, int below, int belowEnd) {
        int upper = above;
        for (int lower = below; lower < belowEnd; lower++) {
            while (upper < aboveEnd && ends[upper] < starts[lower]) {
                upper++;
            }
            for (int i = upper; i < aboveEnd && starts[i] <= ends[lower]; i++) {
                parents[root(i)] = root(lower);
                covered[lower] += Math.max(0, Math.min(ends[i], ends[lower]) - Math.max(starts[i], starts[lower]));
            }
        }
    }

    private int root(int run) {
        int at = run;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private List<Glyph> collect() {
        int[] left = new int[count];
        int[] right = new int[count];
        int[] top = new int[count];
        int[] bottom = new int[count];
        int[] area = new int[count];
        int[] peak = new int[count];
        int[] runs = new int[count];
        int[] columnRuns = new int[count];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(top, Integer.MAX_VALUE);
        Arrays.fill(peak, Integer.MIN_VALUE);
        for (int run = 0; run < count; run++) {
            int root = root(run);
            left[root] = Math.min(left[root], starts[run]);
            right[root] = Math.max(right[root], ends[run]);
            top[root] = Math.min(top[root], rows[run]);
            bottom[root] = Math.max(bottom[root], rows[run] + 1);
            area[root] += ends[run] - starts[run];
            runs[root]++;
            columnRuns[root] += ends[run] - starts[run] - covered[run];
            int offset = rows[run] * plane.width();
            for (int x = starts[run]; x < ends[run]; x++) {
                peak[root] = Math.max(peak[root], plane.values()[offset + x]);
            }
        }
        List<Glyph> glyphs = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            if (parents[run] == run) {
                Box box = new Box(left[run], top[run], right[run] - left[run], bottom[run] - top[run]);
                if (area[run] >= LEAST_FILL * box.width() * box.height()
                        && (isOfAnySize(box, plane.height()) || isOfAnySize(box.transposed(), plane.width()))) {
                    glyphs.add(new Glyph(box, area[run], peak[run], runs[run], columnRuns[run]));
                }
            }
        }
        return glyphs;
    }

    private static boolean isOfAnySize(Box box, int rows) {
        return isPossible(box, rows) || isLarge(box, rows);
    }

    /** True where a glyph is neither too low nor too high for a letter in an image of so many rows. */
    static boolean isPossible(Box box, int rows) {
        return box.height() >= LEAST_HEIGHT && box.height() <= highest(rows) && box.width() <= WIDEST * box.height();
    }

    /** True for letters that are higher than usual, and those that stand beside them. */
    static boolean isLarge(Box box, int rows) {
        return box.height() > LARGE * highest(rows)
                && box.height() <= rows / LARGEST_PART_OF_DRAWN
                && box.width() <= WIDEST * box.height();
    }

    private static int highest(int rows) {
        return Math.max(rows / LARGEST_PART_OF_HEIGHT, Math.min(LEAST_LARGEST_HEIGHT, rows / LARGEST_PART_OF_SMALL));
    }
}
