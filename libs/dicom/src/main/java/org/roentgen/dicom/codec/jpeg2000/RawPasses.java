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
        for (int stripe = 0; stripe < block.stripes; stripe++) {
            for (int number = 0; number < block.groups; number++) {
                int group = block.group(stripe, number);
                long significant = block.significant[group];
                long closed = ~block.inside(stripe, number);
                long visited = 0;
                long open = block.around(group) & ~(significant | closed);
                while (open != 0) {
                    int sample = Long.numberOfTrailingZeros(open);
                    visited |= 1L << sample;
                    if (bits.bit() == 1) {
                        int negative = bits.bit();
                        int row = sample & 3;
                        block.values[place(stripe, number, sample)] = negative == 1 ? -set : set;
                        block.settle(block.word(stripe, number) + (sample >> 2), row, negative);
                        significant |= 1L << sample;
                        open |= BlockState.later(sample) & ~(significant | closed);
                    }
                    open &= ~visited;
                }
                block.significant[group] = significant;
                block.visited[group] = visited;
            }
        }
    }

    /** @param half what the plane's bit adds to a magnitude or takes from it */
    void refinement(int half) {
        for (int stripe = 0; stripe < block.stripes; stripe++) {
            for (int number = 0; number < block.groups; number++) {
                int group = block.group(stripe, number);
                long open = block.significant[group] & ~block.visited[group];
                block.refined[group] |= open;
                for (; open != 0; open &= open - 1) {
                    int place = place(stripe, number, Long.numberOfTrailingZeros(open));
                    int change = bits.bit() == 1 ? half : -half;
                    block.values[place] += block.values[place] < 0 ? -change : change;
                }
            }
        }
    }

    private int place(int stripe, int number, int sample) {
        return block.value(stripe, number) + (sample & 3) * block.width + (sample >> 2);
    }
}
