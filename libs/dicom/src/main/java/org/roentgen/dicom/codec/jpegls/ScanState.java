package org.roentgen.dicom.codec.jpegls;

/** What decoder and encoder share while they walk a scan: lines, statistics, derived parameters. */
final class ScanState {
    final int columns;
    final int maximum;
    final int near;
    final int step;
    final int range;
    final int errorBits;
    final int limit;
    final byte[] regions;
    final Contexts contexts;

    /** Lines by component; sample x lies at x + 1, with one neighbour kept at each end. */
    private int[][] current;

    private int[][] previous;

    ScanState(CodingParameters parameters, int columns, int components) {
        this.columns = columns;
        maximum = parameters.maximum();
        near = parameters.near();
        step = 2 * near + 1;
        range = parameters.range();
        errorBits = parameters.errorBits();
        limit = parameters.limit();
        regions = parameters.gradientRegions();
        contexts = new Contexts(parameters);
        current = new int[components][columns + 2];
        previous = new int[components][columns + 2];
    }

    int[] current(int component) {
        return current[component];
    }

    int[] previous(int component) {
        return previous[component];
    }

    /** Sets the neighbours at both ends of a component's lines (T.87 A.2.1). */
    void beginLine(int component) {
        previous[component][columns + 1] = previous[component][columns];
        current[component][0] = previous[component][1];
    }

    /** Makes the current lines the previous ones. */
    void endLine() {
        int[][] swap = previous;
        previous = current;
        current = swap;
    }

    /** Signed context number from the causal neighbours: left, above, above left, above right (T.87 A.3). */
    int context(int left, int above, int aboveLeft, int aboveRight) {
        return (regions[aboveRight - above + maximum] * 9 + regions[above - aboveLeft + maximum]) * 9
                + regions[aboveLeft - left + maximum];
    }

    /** Median edge detector (T.87 A.4.1), without a branch that noise would make unforeseeable. */
    static int predict(int left, int above, int aboveLeft) {
        int low = Math.min(left, above);
        int high = Math.max(left, above);
        return left + above - Math.max(low, Math.min(high, aboveLeft));
    }

    /** Prediction with a context's correction, within 0 to MAXVAL (T.87 A.4.2); the sign is 0 or -1. */
    int corrected(int prediction, int correction, int sign) {
        return Math.max(0, Math.min(prediction + (correction ^ sign) - sign, maximum));
    }

    /** Sample from prediction and quantized error (T.87 A.4.5). */
    int reconstruct(int prediction, int error) {
        int value = prediction + (step == 1 ? error : error * step);
        return (value | maximum - value) >= 0 ? value : wrap(value);
    }

    private int wrap(int value) {
        int wrapped = value < -near ? value + range * step : value > maximum + near ? value - range * step : value;
        return Math.max(0, Math.min(wrapped, maximum));
    }
}
