package org.roentgen.dicom.codec.jpeg2000;

/** Significance and refinement passes whose bits stand as they are, without arithmetic coding (T.800 D.6). */
final class RawPasses {
    private final BlockState block;
    private final RawBits bits;

    RawPasses(BlockState block, RawBits bits) {
        this.block = block;
        this.bits = bits;
    }

    /** @param set coefficient of a sample that becomes significant in this plane */
    void significance(int set) {
        int[] words = block.words;
        int at = block.firstWord();
        for (int top = 0; top < block.height; top += 4, at += 2) {
            int rows = block.rows(top);
            for (int x = 0; x < block.width; x++, at++) {
                int word = words[at];
                int visited = 0;
                int open = BlockState.candidates(word) & rows;
                while (open != 0) {
                    int shift = Integer.numberOfTrailingZeros(open);
                    visited |= 1 << shift;
                    if (bits.bit() == 1) {
                        int negative = bits.bit();
                        block.values[block.place(top, shift, x)] = negative == 1 ? -set : set;
                        word = block.settle(word, at, shift, negative);
                    }
                    open = BlockState.candidates(word) & rows & -2 << shift;
                }
                words[at] = word | visited << BlockState.VISITED;
            }
        }
    }

    /** @param half what the plane's bit adds to a magnitude or takes from it */
    void refinement(int half) {
        int at = block.firstWord();
        for (int top = 0; top < block.height; top += 4, at += 2) {
            for (int x = 0; x < block.width; x++, at++) {
                for (int open = BlockState.refinable(block.words[at]); open != 0; open &= open - 1) {
                    int place = block.place(top, Integer.numberOfTrailingZeros(open), x);
                    int change = bits.bit() == 1 ? half : -half;
                    block.values[place] += block.values[place] < 0 ? -change : change;
                }
            }
        }
    }
}
