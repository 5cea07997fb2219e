package org.roentgen.imaging.recipe;

import java.util.List;
import java.util.function.Predicate;

/** Checks of step parameters that JSON cannot express. */
final class Checks {
    private Checks() {}

    static <T> List<T> three(List<T> values, String name, Predicate<T> rule) {
        if (values.size() != 3 || !values.stream().allMatch(rule)) {
            throw new IllegalArgumentException(
                    "%s is %s: it needs three values in range, for x, y and z".formatted(name, values));
        }
        return List.copyOf(values);
    }

    static void percentiles(double lower, double upper) {
        if (!(lower >= 0 && lower < upper && upper <= 100)) {
            throw new IllegalArgumentException(
                    "Percentiles %s and %s must ascend and lie between 0 and 100".formatted(lower, upper));
        }
    }
}
