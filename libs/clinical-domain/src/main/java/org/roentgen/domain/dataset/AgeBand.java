package org.roentgen.domain.dataset;

/** Ages in wide bands, so that no single person can be told by one. */
public final class AgeBand {
    private static final int[] STARTS = {0, 18, 40, 60, 80};

    private AgeBand() {}

    /**
     * Such as {@code 40-59}, or {@code 80+}.
     *
     * @throws IllegalArgumentException if the age is negative
     */
    public static String of(int years) {
        if (years < 0) {
            throw new IllegalArgumentException("An age of " + years + " years is negative");
        }
        for (int band = 1; band < STARTS.length; band++) {
            if (years < STARTS[band]) {
                return STARTS[band - 1] + "-" + (STARTS[band] - 1);
            }
        }
        return STARTS[STARTS.length - 1] + "+";
    }
}
