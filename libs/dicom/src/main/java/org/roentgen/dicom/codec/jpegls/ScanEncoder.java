package org.roentgen.dicom.codec.jpegls;

/** Encodes one lossless scan, interleaved by line (T.87 annex A). */
final class ScanEncoder {
    private final StuffedBitWriter writer;
    private final ScanState state;
    private final Contexts contexts;
    private final int[] runIndexes;

    ScanEncoder(StuffedBitWriter writer, CodingParameters parameters, int columns, int components) {
        this.writer = writer;
        state = new ScanState(parameters, columns, components);
        contexts = state.contexts;
        runIndexes = new int[components];
    }

    /** The line of a component to fill before {@link #encodeLines()}: sample x at x + 1. */
    int[] line(int component) {
        return state.current(component);
    }

    /** Encodes the current line of each component. */
    void encodeLines() {
        for (int i = 0; i < runIndexes.length; i++) {
            state.beginLine(i);
            encodeLine(i);
        }
        state.endLine();
    }

    private void encodeLine(int component) {
        int[] current = state.current(component);
        int[] previous = state.previous(component);
        int x = 1;
        while (x <= state.columns) {
            int left = current[x - 1];
            int context = state.context(left, previous[x], previous[x - 1], previous[x + 1]);
            if (context != 0) {
                regular(context, ScanState.predict(left, previous[x], previous[x - 1]), current[x]);
                x++;
            } else {
                x = run(component, current, previous, x);
            }
        }
    }

    private void regular(int signedContext, int prediction, int sample) {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int coding = contexts.coding(context);
        int difference = sample - state.corrected(prediction, Contexts.correction(coding), sign);
        int error = wrap((difference ^ sign) - sign);
        int value = error ^ Contexts.inversion(coding);
        golomb((value << 1) ^ (value >> 31), Contexts.order(coding), state.limit);
        contexts.update(context, error);
    }

    private int wrap(int error) {
        int wrapped = error < 0 ? error + state.range : error;
        return wrapped >= (state.range + 1) / 2 ? wrapped - state.range : wrapped;
    }

    private void golomb(int mapped, int order, int limit) {
        int high = mapped >> order;
        int escape = limit - state.errorBits - 1;
        if (high < escape) {
            writer.unary(high);
            writer.bits(mapped, order);
        } else {
            writer.unary(escape);
            writer.bits(mapped - 1, state.errorBits);
        }
    }

    private int run(int component, int[] current, int[] previous, int start) {
        int value = current[start - 1];
        int end = start;
        while (end <= state.columns && current[end] == value) {
            end++;
        }
        boolean endOfLine = end > state.columns;
        runLength(component, end - start, endOfLine);
        if (endOfLine) {
            return end;
        }
        interruption(component, value, previous[end], current[end]);
        if (runIndexes[component] > 0) {
            runIndexes[component]--;
        }
        return end + 1;
    }

    private void runLength(int component, int length, boolean endOfLine) {
        int left = length;
        while (left >= 1 << Contexts.RUN_ORDER[runIndexes[component]]) {
            writer.bits(1, 1);
            left -= 1 << Contexts.RUN_ORDER[runIndexes[component]];
            if (runIndexes[component] < 31) {
                runIndexes[component]++;
            }
        }
        if (endOfLine) {
            if (left > 0) {
                writer.bits(1, 1);
            }
        } else {
            writer.bits(left, Contexts.RUN_ORDER[runIndexes[component]] + 1);
        }
    }

    private void interruption(int component, int left, int above, int sample) {
        int type = left == above ? 1 : 0;
        int difference = sample - above;
        int error = wrap(type == 0 && left > above ? -difference : difference);
        int order = contexts.runOrder(type);
        boolean negative = error < 0;
        boolean map = negative == contexts.runMap(type, order) && error != 0;
        int mapped = 2 * Math.abs(error) - type - (map ? 1 : 0);
        golomb(mapped, order, state.limit - Contexts.RUN_ORDER[runIndexes[component]] - 1);
        contexts.updateRun(type, error, mapped);
    }
}
