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
    private static final int WIDEST = 30;
    private static final double LEAST_FILL = 0.07;

    private final Plane plane;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] rows = new int[1024];
    private int[] parents = new int[1024];
    private int count;

    private Glyphs(Plane plane) {
        this.plane = plane;
    }

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
        }
        starts[count] = start;
        ends[count] = end;
        rows[count] = row;
        parents[count] = count;
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
            int offset = rows[run] * plane.width();
            for (int x = starts[run]; x < ends[run]; x++) {
                peak[root] = Math.max(peak[root], plane.values()[offset + x]);
            }
        }
        List<Glyph> glyphs = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            if (parents[run] == run) {
                Box box = new Box(left[run], top[run], right[run] - left[run], bottom[run] - top[run]);
                if (isPossible(box, area[run])) {
                    glyphs.add(new Glyph(box, area[run], peak[run], runs[run]));
                }
            }
        }
        return glyphs;
    }

    private boolean isPossible(Box box, int area) {
        int highest = Math.max(
                plane.height() / LARGEST_PART_OF_HEIGHT,
                Math.min(LEAST_LARGEST_HEIGHT, plane.height() / LARGEST_PART_OF_SMALL));
        return box.height() >= LEAST_HEIGHT
                && box.height() <= highest
                && box.width() <= WIDEST * box.height()
                && area >= LEAST_FILL * box.width() * box.height();
    }
}
