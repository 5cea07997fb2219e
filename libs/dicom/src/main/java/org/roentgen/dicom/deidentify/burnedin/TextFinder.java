package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds lines of text that are drawn into an image, in any direction, with a network that knows letters of 5 to 32 pixels. It is run on
 * the image, halved and quartered, on large ones in tiles. Letters of different sizes are found on different levels, some on two.
 */
final class TextFinder {
    /** From here on a line of small letters is one, be it read or not. */
    static final double HIGH = 0.6;
    /** From here on a line of large letters is one too, and one among blanked rectangles, which look drawn. */
    static final double SURE = 0.9;

    /** The finder with the network of this library. */
    static final TextFinder INSTANCE = new TextFinder(new Network("text-finder.onnx", "image")::run);

    private static final int LEVELS = 3;
    private static final int LEAST_HALVED = 96;
    private static final int STEP = 16;
    private static final int LEAST_SIDE = 64;
    private static final int TILE = 1024;
    private static final int OVERLAP = 64;

    private final Net net;

    /** What tells the probability of text for each 4 x 4 pixels of brightness and rank, 1 x 2 x height x width. */
    interface Net {
        float[] run(float[] values, long... shape);
    }

    TextFinder(Net net) {
        this.net = net;
    }

    /** The lines of text that are at least as probable as {@link Cells#LEAST}; they may overlap. */
    List<Line> find(Plane plane) {
        Tones tones = new Tones(plane);
        List<Line> lines = new ArrayList<>();
        for (int level = 0; level < LEVELS && (level == 0 || isLarge(tones, level)); level++) {
            lines.addAll(cells(tones, level).lines());
        }
        return lines;
    }

    private static boolean isLarge(Tones tones, int level) {
        return Math.min(tones.width(level), tones.height(level)) >= LEAST_HALVED;
    }

    /** The cells of a level; each tile tells those in its middle, up to half the overlap from its edges. */
    Cells cells(Tones tones, int level) {
        int width = padded(tones.width(level));
        int height = padded(tones.height(level));
        Cells cells = new Cells(
                Cells.SIDE << level,
                width / Cells.SIDE,
                height / Cells.SIDE,
                new float[width / Cells.SIDE * (height / Cells.SIDE)]);
        for (int y = 0; y == 0 || y + OVERLAP < height; y += TILE - OVERLAP) {
            for (int x = 0; x == 0 || x + OVERLAP < width; x += TILE - OVERLAP) {
                Box tile = new Box(x, y, Math.min(TILE, width - x), Math.min(TILE, height - y));
                float[] text = net.run(tones.part(level, tile), 1, 2, tile.height(), tile.width());
                copy(text, tile, cells);
            }
        }
        return cells;
    }

    /** Takes over the cells of a tile; the first ones of tiles that follow others are known better from those. */
    private static void copy(float[] text, Box tile, Cells cells) {
        int left = tile.x() == 0 ? 0 : OVERLAP / 2 / Cells.SIDE;
        int columns = tile.width() / Cells.SIDE;
        for (int row = tile.y() == 0 ? 0 : OVERLAP / 2 / Cells.SIDE; row < tile.height() / Cells.SIDE; row++) {
            int target = (tile.y() / Cells.SIDE + row) * cells.columns() + tile.x() / Cells.SIDE;
            System.arraycopy(text, row * columns + left, cells.text(), target + left, columns - left);
        }
    }

    private static int padded(int side) {
        return Math.max(LEAST_SIDE, (side + STEP - 1) / STEP * STEP);
    }
}
