package org.roentgen.dicom.codec.jpeg2000;

import java.util.Arrays;

/**
 * A code-block while it is decoded. Four rows of a column share a word: bits 0 to 17 tell which samples are significant, three
 * columns by six rows around the four; bits 21, 24, 27 and 30 tell which of the four a significance pass has visited. A row of the
 * four is named by its shift 0, 3, 6 or 9: the word shifted right by it begins with that row's {@link ContextTables neighbourhood}.
 */
final class BlockState {
    /** One bit for each row at its shift. */
    static final int ROWS = 0x249;

    static final int VISITED = 21;
    static final int SIGNIFICANCE = (1 << 18) - 1;

    private static final int OWN = 4;

    /** Words of all stripes row by row, with a word of margin on each side. */
    int[] words = new int[66 * 18];

    /** Bits 0, 3, 6, 9, 12 and 15 of each word: negative samples in the rows from above the four to below them. */
    private int[] signs = new int[66 * 18];

    /** Coefficients row by row, with one fractional bit: twice the magnitude, plus a half of the last decoded plane. */
    int[] values = new int[4096];

    int width;
    int height;
    private int stride;

    /** All bits where a stripe may look down into the next, none where contexts are vertically causal. */
    private int upwards;

    void reset(int blockWidth, int blockHeight, boolean causal) {
        width = blockWidth;
        height = blockHeight;
        stride = width + 2;
        upwards = causal ? 0 : -1;
        int needed = stride * ((height + 3) / 4 + 2);
        if (words.length < needed) {
            words = new int[needed];
            signs = new int[needed];
        }
        if (values.length < width * height) {
            values = new int[width * height];
        }
        Arrays.fill(values, 0, width * height, 0);
        Arrays.fill(words, 0, needed, 0);
        Arrays.fill(signs, 0, needed, 0);
    }

    /** Index of the first word; the words of a stripe follow one another, two of margin lie between stripes. */
    int firstWord() {
        return stride + 1;
    }

    /** The rows of a stripe that lie in the block, {@link #ROWS} but in the last stripe. */
    int rows(int top) {
        return height - top >= 4 ? ROWS : ROWS & (1 << 3 * (height - top)) - 1;
    }

    int place(int top, int shift, int x) {
        return (top + (3 * shift >> 3)) * width + x;
    }

    /** Rows that are not significant, but have a significant neighbour. */
    static int candidates(int word) {
        int across = word | word >> 1 | word >> 2;
        return (across | across >> 3 | across >> 6) & ~(word >> OWN);
    }

    /** Rows that are significant and were not visited in this plane. */
    static int refinable(int word) {
        return word >> OWN & ~(word >> VISITED) & ROWS;
    }

    /** Rows that are left for the cleanup pass. */
    static int left(int word) {
        return ~(word >> OWN | word >> VISITED) & ROWS;
    }

    /** Entry of {@link ContextTables#signCoding} for a sample. */
    int signEntry(int word, int at, int shift) {
        int own = signs[at] >> shift;
        return word >> shift & ContextTables.DIRECT
                | signs[at - 1] >> 3 + shift & 1
                | signs[at + 1] >> 1 + shift & 4
                | own << 4 & 16
                | own & 64;
    }

    /**
     * Makes a sample significant for itself and its neighbours.
     *
     * @param negative 1 if it is negative, else 0
     * @return its word afterwards
     */
    int settle(int word, int at, int shift, int negative) {
        words[at - 1] |= 32 << shift;
        words[at] = word | 16 << shift;
        words[at + 1] |= 8 << shift;
        signs[at] |= negative << shift + 3;
        int above = shift - 1 >> 31 & upwards;
        int below = 8 - shift >> 31;
        int other = at + (stride ^ above) - above;
        int edge = above & 1 << 17 | below & 1 << 2;
        words[other - 1] |= edge;
        words[other] |= edge >> 1;
        words[other + 1] |= edge >> 2;
        signs[other] |= negative << 15 & above | negative & below;
        return words[at];
    }
}
