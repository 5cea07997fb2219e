package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a word whose letters may touch: it is cut wherever little ink is crossed, and every way to put pieces together to the letters
 * of a word is tried.
 */
final class WordShapes {
    private static final double WIDEST_LETTER = 1.4;
    private static final double LEAST_HEIGHT = 0.8;
    private static final double MOST_INK_OF_CUT = 0.4;
    private static final double[] NO_LETTER = {};

    private final Drawing word;
    private final int[] cuts;
    private final double[][][] likenesses;

    /** @param word upright */
    WordShapes(Drawing word) {
        this.word = word;
        this.cuts = cuts(word);
        this.likenesses = new double[cuts.length][cuts.length][];
    }

    private static int[] cuts(Drawing word) {
        int[] ink = new int[word.width()];
        word.ink().stream().forEach(pixel -> ink[pixel % word.width()]++);
        List<Integer> cuts = new ArrayList<>(List.of(0));
        for (int x = 1; x < ink.length - 1; x++) {
            boolean isGap = ink[x] == 0 && ink[x - 1] > 0;
            boolean isThin = ink[x] > 0
                    && ink[x] <= MOST_INK_OF_CUT * word.height()
                    && ink[x] <= ink[x + 1]
                    && ink[x] < ink[x - 1];
            if (isGap || isThin) {
                cuts.add(x);
            }
        }
        cuts.add(ink.length);
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * True where the word can be cut into letters that are like those of a text.
     *
     * @param least how much each letter has to be like the right one
     * @param mostBehind how much less than like any other
     */
    boolean reads(String text, double least, double mostBehind) {
        boolean[] reached = new boolean[cuts.length];
        reached[0] = true;
        for (int i = 0; i < text.length(); i++) {
            boolean[] next = new boolean[cuts.length];
            for (int from = 0; from < cuts.length; from++) {
                for (int to = from + 1; reached[from] && to < cuts.length && isNarrow(from, to); to++) {
                    next[to] = next[to] || isLike(from, to, text.charAt(i), least, mostBehind);
                }
            }
            reached = next;
        }
        return reached[cuts.length - 1];
    }

    private boolean isNarrow(int from, int to) {
        return cuts[to] - cuts[from] <= WIDEST_LETTER * word.height();
    }

    private boolean isLike(int from, int to, char letter, double least, double mostBehind) {
        if (likenesses[from][to] == null) {
            likenesses[from][to] = likenesses(word, cuts[from], cuts[to]);
        }
        double[] letters = likenesses[from][to];
        return letters.length > 0 && Letters.isLike(letters, letter, least, mostBehind);
    }

    private static double[] likenesses(Drawing word, int from, int to) {
        return word.part(from, to)
                .filter(letter -> letter.height() >= LEAST_HEIGHT * word.height())
                .map(Letters.INSTANCE::likenesses)
                .orElse(NO_LETTER);
    }
}
