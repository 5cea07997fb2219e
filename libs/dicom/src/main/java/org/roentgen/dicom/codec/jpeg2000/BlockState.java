package org.roentgen.dicom.codec.jpeg2000;

import java.util.Arrays;

/**
 * A code-block while it is decoded, in two forms. What is to be decoded is found in planes of bits: a group of sixteen columns by
 * the four rows of a stripe is one number, its bits in the order in which samples are scanned, four to a column. How a sample is
 * decoded is found in words: one for the four rows of a column, bits 0 to 17 the significance of three columns by six rows around
 * the four, bits 18 to 23 the negative samples of the column itself, from above the four to below them. The word shifted right by
 * three times the row begins with that row's {@link ContextTables neighbourhood}.
 */
final class BlockState {
    private static final int COLUMNS = 16;
    private static final int SIGNS = 18;
    private static final int OWN_SIGNS = SIGNS + 1;

    /** The first and the last row of all columns of a group. */
    private static final long TOP_ROW = 0x1111_1111_1111_1111L;

    private static final long BOTTOM_ROW = TOP_ROW << 3;

    /** For each row, as eight bits from a column's first row on: the neighbours of a sample that are scanned after it. */
    private static final long LATER = 0xc0_e8_74_32L;

    /** Groups of all stripes row by row, with a group of margin on each side. */
    long[] significant = new long[128];

    /** Samples that the significance pass over the present plane decoded. */
    long[] visited = new long[128];

    /** Samples that were refined before. */
    long[] refined = new long[128];

    /** Words of all stripes row by row, with a word of margin on each side. */
    int[] words = new int[66 * 18];

    /** Coefficients row by row, with one fractional bit: twice the magnitude, plus a half of the last decoded plane. */
    int[] values = new int[4096];

    int width;
    int height;
    int stripes;
    int groups;
    private int wordStride;

    /** All bits where a stripe may look down into the next, none where contexts are vertically causal. */
    private int upwards;

    void reset(int blockWidth, int blockHeight, boolean causal) {
        width = blockWidth;
        height = blockHeight;
        stripes = (height + 3) / 4;
        groups = (width + COLUMNS - 1) / COLUMNS;
        wordStride = width + 2;
        upwards = causal ? 0 : -1;
        int neededWords = wordStride * (stripes + 2);
        int neededGroups = group(stripes + 1, 0);
        if (words.length < neededWords) {
            words = new int[neededWords];
        }
        if (significant.length < neededGroups) {
            significant = new long[neededGroups];
            visited = new long[neededGroups];
            refined = new long[neededGroups];
        }
        if (values.length < width * height) {
            values = new int[width * height];
        }
        Arrays.fill(values, 0, width * height, 0);
        Arrays.fill(words, 0, neededWords, 0);
        Arrays.fill(significant, 0, neededGroups, 0);
        Arrays.fill(visited, 0, neededGroups, 0);
        Arrays.fill(refined, 0, neededGroups, 0);
    }

    /** Index of a group in the planes of bits; one of margin lies between two stripes. */
    int group(int stripe, int number) {
        return (stripe + 1) * (groups + 1) + number + 1;
    }

    /** Index of the word of a group's first column; two of margin lie between two stripes. */
    int word(int stripe, int number) {
        return (stripe + 1) * wordStride + number * COLUMNS + 1;
    }

    /** Index of the coefficient of a group's first sample. */
    int value(int stripe, int number) {
        return 4 * stripe * width + number * COLUMNS;
    }

    /** The samples of a group that lie in the block. */
    long inside(int stripe, int number) {
        int columns = Math.min(COLUMNS, width - number * COLUMNS);
        return rows(stripe) * TOP_ROW & -1L >>> 64 - 4 * columns;
    }

    /** The rows of a stripe that lie in the block, one bit each. */
    int rows(int stripe) {
        return (1 << Math.min(4, height - 4 * stripe)) - 1;
    }

    /** The samples of a group that have a significant neighbour. */
    long around(int group) {
        long beside = spread(group) | significant[group];
        return spread(group)
                | beside << 4
                | beside >>> 4
                | (spread(group - 1) | significant[group - 1]) >>> 60
                | (spread(group + 1) | significant[group + 1]) << 60;
    }

    /** The samples of a group that have a significant neighbour above or below. */
    private long spread(int group) {
        long own = significant[group];
        long above = significant[group - groups - 1];
        long below = significant[group + groups + 1] & upwards;
        return own << 1 & ~TOP_ROW | own >>> 1 & ~BOTTOM_ROW | above >>> 3 & TOP_ROW | below << 3 & BOTTOM_ROW;
    }

    /** The columns of a group none of whose samples is in {@code samples}, each as its first sample. */
    static long emptyColumns(long samples) {
        long halves = samples | samples >>> 2;
        return ~(halves | halves >>> 1) & TOP_ROW;
    }

    /** The neighbours of a sample that are scanned after it, as far as they are of its group. */
    static long later(int sample) {
        return (LATER >>> 8 * (sample & 3) & 0xff) << (sample & ~3);
    }

    /** Entry of {@link ContextTables#signCoding} for a sample. */
    int signEntry(int at, int row) {
        int word = words[at];
        int own = word >> SIGNS + row;
        return word >> 3 * row & ContextTables.DIRECT
                | words[at - 1] >> OWN_SIGNS + row & 1
                | words[at + 1] >> OWN_SIGNS - 2 + row & 4
                | own << 4 & 16
                | own << 4 & 64;
    }

    /**
     * Makes a sample significant in the words of itself and of its neighbours.
     *
     * @param negative 1 if it is negative, else 0
     */
    void settle(int at, int row, int negative) {
        int shift = 3 * row;
        words[at - 1] |= 32 << shift;
        words[at] |= 16 << shift | negative << OWN_SIGNS + row;
        words[at + 1] |= 8 << shift;
        int above = row - 1 >> 31 & upwards;
        int below = 2 - row >> 31;
        int other = at + (wordStride ^ above) - above;
        int edge = above & 1 << 17 | below & 1 << 2;
        words[other - 1] |= edge;
        words[other] |= edge >> 1 | negative << SIGNS + 5 & above | negative << SIGNS & below;
        words[other + 1] |= edge >> 2;
    }
}
