package org.roentgen.dicom.deidentify.burnedin;

/** Reads a line of text with a network that knows the Latin letters of either case and the figures. */
final class TextReader {
    /** The reader with the network of this library. */
    static final TextReader INSTANCE = new TextReader(new Network("text-reader.onnx", "line")::run);

    private static final int ROWS = 32;
    private static final int LEAST_COLUMNS = 32;
    private static final int STEP = 4;
    /** What is cut out around the letters, in parts of their height. */
    private static final double MARGIN = 0.25;

    private final Net net;

    /** What tells the probability of signs for each 4 columns of a line, 1 x 1 x 32 x width. */
    interface Net {
        float[] run(float[] values, long... shape);
    }

    TextReader(Net net) {
        this.net = net;
    }

    /** The part of an image with a line of text, with the margin that the network knows. */
    static Plane cut(Plane plane, Box line) {
        int margin = Math.max(1, (int) Math.round(MARGIN * Math.min(line.width(), line.height())));
        return plane.part(line.grown(margin, margin));
    }

    /** Reads a line that runs to the right. */
    Reading read(Plane cut) {
        float[] line = scaled(cut);
        return Reading.of(net.run(line, 1, 1, ROWS, line.length / ROWS));
    }

    /** As high as the network knows it and a whole number of steps wide, from 0 to 1. */
    static float[] scaled(Plane cut) {
        int steps = Math.round(cut.width() * (float) ROWS / cut.height() / STEP);
        int columns = Math.max(LEAST_COLUMNS, steps * STEP);
        float[][] across = new float[cut.height()][];
        for (int y = 0; y < cut.height(); y++) {
            float[] row = new float[cut.width()];
            for (int x = 0; x < row.length; x++) {
                row[x] = cut.at(x, y);
            }
            across[y] = resampled(row, columns);
        }
        float[] values = new float[ROWS * columns];
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int x = 0; x < columns; x++) {
            float[] column = new float[across.length];
            for (int y = 0; y < column.length; y++) {
                column[y] = across[y][x];
            }
            float[] scaled = resampled(column, ROWS);
            for (int y = 0; y < ROWS; y++) {
                values[y * columns + x] = scaled[y];
                least = Math.min(least, scaled[y]);
                most = Math.max(most, scaled[y]);
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = most > least ? (values[i] - least) / (most - least) : 0;
        }
        return values;
    }

    /** Means of what each new value covers where they become fewer, else on lines between the old ones. */
    static float[] resampled(float[] values, int count) {
        double scale = values.length / (double) count;
        float[] resampled = new float[count];
        for (int i = 0; i < count; i++) {
            resampled[i] =
                    scale > 1 ? mean(values, i * scale, (i + 1) * scale) : between(values, (i + 0.5) * scale - 0.5);
        }
        return resampled;
    }

    private static float mean(float[] values, double from, double to) {
        double sum = 0;
        for (int i = (int) from; i < Math.min(values.length, to); i++) {
            sum += values[i] * (Math.min(i + 1, to) - Math.max(i, from));
        }
        return (float) (sum / (to - from));
    }

    private static float between(float[] values, double at) {
        double place = Math.clamp(at, 0, values.length - 1);
        int before = (int) place;
        int after = Math.min(before + 1, values.length - 1);
        return (float) (values[before] + (place - before) * (values[after] - values[before]));
    }
}
