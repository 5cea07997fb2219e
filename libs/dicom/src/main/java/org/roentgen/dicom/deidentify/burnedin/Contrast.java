package org.roentgen.dicom.deidentify.burnedin;

/**
 * How ink stands out from what is around it.
 *
 * @param full part of the ink that is near its peak
 * @param exact part of the ink that has the value of its peak
 * @param far part of the rest that is much darker or brighter than the peak; 0 where nothing is left
 * @param farthest part of the rest that is darker or brighter by twice as much
 */
record Contrast(double full, double exact, double far, double farthest) {
    private static final double LEAST_DISTANCE = 0.2;
    private static final double SAME_VALUE = 0.005;
    private static final double LEAST_EXACT = 0.55;
    private static final double LEAST_FULL = 0.5;
    private static final double LEAST_FAR_OF_CRISP = 0.9;

    /**
     * Looks at a part of an image.
     *
     * @param tolerance how far from the peak is near it
     */
    static Contrast of(Side side, Box box, Ink ink, int peak, double tolerance) {
        long drawn = 0;
        long full = 0;
        long exact = 0;
        long paper = 0;
        long far = 0;
        long farthest = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                int value = side.at(x, y);
                int distance = Math.abs(peak - value);
                if (ink.holds(value)) {
                    drawn++;
                    full += value >= peak - tolerance ? 1 : 0;
                    exact += distance <= SAME_VALUE * side.range() ? 1 : 0;
                } else {
                    paper++;
                    far += distance >= LEAST_DISTANCE * side.range() ? 1 : 0;
                    farthest += distance >= 2 * LEAST_DISTANCE * side.range() ? 1 : 0;
                }
            }
        }
        return new Contrast(part(full, drawn), part(exact, drawn), part(far, paper), part(farthest, paper));
    }

    private static double part(long some, long all) {
        return all == 0 ? 0 : some / (double) all;
    }

    /** True for what a machine draws in one value on clear ground. */
    boolean isExact() {
        return exact >= LEAST_EXACT && far >= LEAST_FAR_OF_CRISP;
    }

    /** True for what stands out strongly, be its edges and its values blurred by compression. */
    boolean isStrong() {
        return full >= LEAST_FULL && farthest >= LEAST_FAR_OF_CRISP;
    }
}
