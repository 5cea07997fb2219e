package org.roentgen.dicom.deidentify.burnedin;

import java.util.List;

/**
 * What the reader of text reads in a line.
 *
 * @param text letters in upper case, figures, spaces, and {@link #OTHER} for whatever else
 * @param likelihood the least probability of its signs, 1 where there are none
 */
record Reading(String text, double likelihood) {
    static final char OTHER = '?';

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 " + OTHER;
    private static final int CLASSES = SIGNS.length() + 1;

    /**
     * The most probable sign of each step, those that follow each other as one, and nothing left out (connectionist temporal
     * classification, Graves 2006).
     *
     * @param letters probabilities, for each step of nothing, A to Z, 0 to 9, space, any other
     */
    static Reading of(float[] letters) {
        StringBuilder text = new StringBuilder();
        double likelihood = 1;
        double seen = 1;
        int before = 0;
        for (int step = 0; step < letters.length; step += CLASSES) {
            int best = 0;
            for (int sign = 1; sign < CLASSES; sign++) {
                best = letters[step + sign] > letters[step + best] ? sign : best;
            }
            if (best == before) {
                seen = Math.max(seen, letters[step + best]);
            } else {
                likelihood = Math.min(likelihood, seen);
                seen = best == 0 ? 1 : letters[step + best];
                if (best > 0) {
                    text.append(SIGNS.charAt(best - 1));
                }
            }
            before = best;
        }
        return new Reading(text.toString().strip(), Math.min(likelihood, seen));
    }

    /** What stands between spaces. */
    List<String> words() {
        return text.isEmpty() ? List.of() : List.of(text.split(" +"));
    }

    /** Signs but spaces. */
    int letters() {
        return (int) text.chars().filter(sign -> sign != ' ').count();
    }

    /** The one whose least probable sign is more probable. */
    Reading or(Reading other) {
        return other.likelihood > likelihood ? other : this;
    }
}
