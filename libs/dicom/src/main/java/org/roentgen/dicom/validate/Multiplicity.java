package org.roentgen.dicom.validate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A value multiplicity of PS3.6, such as {@code 1}, {@code 2-2n}, {@code 1-n} or {@code 1-3}.
 *
 * @param least fewest values
 * @param most most values
 * @param step the values come in multiples of this
 */
record Multiplicity(int least, int most, int step) {
    private static final Map<String, Multiplicity> KNOWN = new ConcurrentHashMap<>();

    /** Reads one; several with {@code /} between them give the widest. */
    static Multiplicity of(String text) {
        return KNOWN.computeIfAbsent(text, Multiplicity::parse);
    }

    private static Multiplicity parse(String text) {
        if (text.contains("/")) {
            return new Multiplicity(1, Integer.MAX_VALUE, 1);
        }
        String[] bounds = text.split("-");
        int least = Integer.parseInt(bounds[0]);
        String upper = bounds[bounds.length - 1];
        if (!upper.endsWith("n")) {
            return new Multiplicity(least, Integer.parseInt(upper), 1);
        }
        return new Multiplicity(
                least, Integer.MAX_VALUE, upper.equals("n") ? 1 : Integer.parseInt(upper.replace("n", "")));
    }

    boolean allows(int count) {
        return count >= least && count <= most && count % step == 0;
    }
}
