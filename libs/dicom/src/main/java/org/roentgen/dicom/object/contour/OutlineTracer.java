package org.roentgen.dicom.object.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces the outlines of a mask. Pixels that share a side belong together, those that touch at a corner do not. A hole is joined to
 * the outline around it by a channel of no width along a row of pixels, the keyhole technique of PS3.3 C.8.8.6.3.
 */
public final class OutlineTracer {
    private final Cracks cracks;
    private final OutlineStyle style;
    private final BitSet seen = new BitSet();
    private final Map<Integer, Integer> loopOfLeftSide = new HashMap<>();
    private final List<Loop> loops = new ArrayList<>();

    private OutlineTracer(Cracks cracks, OutlineStyle style) {
        this.cracks = cracks;
        this.style = style;
    }

    /** The sides of one border; the hole's leftmost one is where its channel begins. */
    private record Loop(List<Integer> sides, boolean hole, int leftmost) {}

    /**
     * One outline for each group of connected pixels.
     *
     * @param mask row by row
     */
    public static List<Outline> trace(boolean[] mask, int columns, OutlineStyle style) {
        if (columns < 1 || mask.length % columns != 0) {
            throw new IllegalArgumentException(
                    "%d pixels are no whole rows of %d columns".formatted(mask.length, columns));
        }
        OutlineTracer tracer = new OutlineTracer(new Cracks(mask, columns), style);
        tracer.findLoops();
        return tracer.joined().stream().map(tracer::outline).toList();
    }

    private void findLoops() {
        for (int y = 0; y < cracks.rows(); y++) {
            for (int x = 0; x < cracks.columns(); x++) {
                if (cracks.isInside(x, y) && !cracks.isInside(x, y - 1) && !seen.get(y * cracks.columns() + x)) {
                    loops.add(follow(cracks.crack(x, y, Cracks.RIGHT)));
                }
            }
        }
    }

    private Loop follow(int first) {
        List<Integer> sides = new ArrayList<>();
        long area = 0;
        int leftmost = first;
        int leftmostX = Integer.MAX_VALUE;
        int side = first;
        do {
            sides.add(side);
            int x = cracks.startX(side);
            switch (Cracks.direction(side)) {
                case Cracks.RIGHT -> seen.set(cracks.insidePixel(side));
                case Cracks.UP -> {
                    loopOfLeftSide.put(side, loops.size());
                    area -= x;
                }
                case Cracks.DOWN -> {
                    area += x;
                    if (x < leftmostX) {
                        leftmostX = x;
                        leftmost = side;
                    }
                }
                default -> {}
            }
            side = cracks.next(side);
        } while (side != first);
        return new Loop(sides, area < 0, leftmost);
    }

    /** The outer borders with their holes joined to them; those further left come first, so that what they join is there already. */
    private List<List<Integer>> joined() {
        int[] outer = new int[loops.size()];
        Map<Integer, List<Integer>> borders = new HashMap<>();
        List<Integer> holes = new ArrayList<>();
        for (int index = 0; index < loops.size(); index++) {
            outer[index] = index;
            if (loops.get(index).hole()) {
                holes.add(index);
            } else {
                borders.put(index, loops.get(index).sides());
            }
        }
        holes.sort(Comparator.comparingInt(hole -> cracks.startX(loops.get(hole).leftmost())));
        for (int hole : holes) {
            int target = sideToTheLeft(loops.get(hole).leftmost());
            outer[hole] = outer[loopOfLeftSide.getOrDefault(target, 0)];
            borders.compute(
                    outer[hole], (key, border) -> join(border == null ? List.of() : border, target, loops.get(hole)));
        }
        return List.copyOf(borders.values());
    }

    /** The left side of the leftmost pixel that is reached from a hole's side without leaving the mask. */
    private int sideToTheLeft(int side) {
        int y = cracks.startY(side);
        int x = cracks.startX(side);
        while (cracks.isInside(x - 1, y)) {
            x--;
        }
        return cracks.crack(x, y + 1, Cracks.UP);
    }

    private List<Integer> join(List<Integer> border, int target, Loop hole) {
        int at = border.indexOf(target);
        if (style == OutlineStyle.PIXEL_CORNERS) {
            at = (at + 1) % border.size();
        }
        int from = hole.sides().indexOf(hole.leftmost());
        List<Integer> joined = new ArrayList<>(border.subList(0, at + 1));
        joined.addAll(hole.sides().subList(from, hole.sides().size()));
        joined.addAll(hole.sides().subList(0, from + 1));
        joined.addAll(border.subList(at, border.size()));
        return joined;
    }

    /** The vertices without those in the middle of a straight line. */
    private Outline outline(List<Integer> sides) {
        int count = sides.size();
        double[] xs = new double[count];
        double[] ys = new double[count];
        int kept = 0;
        for (int index = 0; index < count; index++) {
            int before = sides.get((index + count - 1) % count);
            int here = sides.get(index);
            int after = sides.get((index + 1) % count);
            double x = cracks.vertexX(here, style);
            double y = cracks.vertexY(here, style);
            double inX = x - cracks.vertexX(before, style);
            double inY = y - cracks.vertexY(before, style);
            double outX = cracks.vertexX(after, style) - x;
            double outY = cracks.vertexY(after, style) - y;
            boolean straight = inX * outY == inY * outX && inX * outX + inY * outY > 0;
            if (!straight) {
                xs[kept] = x;
                ys[kept++] = y;
            }
        }
        return new Outline(Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept));
    }
}
