package org.roentgen.dicom.codec.jpeg2000;

/**
 * The coding passes over a bit plane (T.800 D.3). Each works on a copy of the arithmetic decoder that does not leave it: so its
 * numbers stay in registers.
 */
final class CodedPasses {
    private static final byte[] REFINEMENT = {14, 15, 16, 16};

    private final BlockState block;
    private final MqDecoder decoder;
    private byte[] zeroContexts = ContextTables.zeroCoding(0);

    CodedPasses(BlockState block, MqDecoder decoder) {
        this.block = block;
        this.decoder = decoder;
    }

    void begin(int orientation) {
        zeroContexts = ContextTables.zeroCoding(orientation);
    }

    /** @param set coefficient of a sample that becomes significant in this plane */
    void significance(int set) {
        MqDecoder mq = new MqDecoder(decoder);
        BlockState block = this.block;
        byte[] zeroContexts = this.zeroContexts;
        byte[] signContexts = ContextTables.signCoding();
        int[] words = block.words;
        int[] values = block.values;
        int at = block.firstWord();
        for (int top = 0; top < block.height; top += 4, at += 2) {
            int rows = block.rows(top);
            for (int x = 0; x < block.width; x++, at++) {
                int word = words[at];
                int open = BlockState.candidates(word) & rows;
                if (open == 0) {
                    continue;
                }
                int visited = 0;
                do {
                    int shift = Integer.numberOfTrailingZeros(open);
                    visited |= 1 << shift;
                    if (mq.decode(zeroContexts[word >> shift & ContextTables.NEIGHBOURHOOD]) == 0) {
                        open &= open - 1;
                        continue;
                    }
                    int sign = signContexts[block.signEntry(word, at, shift)];
                    int negative = mq.decode(sign & 127) ^ sign >> 7 & 1;
                    values[block.place(top, shift, x)] = (set ^ -negative) + negative;
                    word = block.settle(word, at, shift, negative);
                    open = BlockState.candidates(word) & rows & -2 << shift;
                } while (open != 0);
                words[at] = word | visited << BlockState.VISITED;
            }
        }
        decoder.resume(mq);
    }

    /** @param half what the plane's bit adds to a magnitude or takes from it */
    void refinement(int half) {
        MqDecoder mq = new MqDecoder(decoder);
        BlockState block = this.block;
        int[] words = block.words;
        int[] values = block.values;
        int unrefined = 6 * half;
        int at = block.firstWord();
        for (int top = 0; top < block.height; top += 4, at += 2) {
            for (int x = 0; x < block.width; x++, at++) {
                int word = words[at];
                for (int open = BlockState.refinable(word); open != 0; open &= open - 1) {
                    int shift = Integer.numberOfTrailingZeros(open);
                    int place = block.place(top, shift, x);
                    int value = values[place];
                    int sign = value >> 31;
                    int magnitude = (value ^ sign) - sign;
                    int neighbours = word >> shift & (ContextTables.NEIGHBOURHOOD ^ ContextTables.SELF);
                    int known = unrefined - magnitude >>> 30 & 2 | neighbours + 511 >> 9;
                    int down = mq.decode(REFINEMENT[known]) - 1;
                    magnitude += (half ^ down) - down;
                    values[place] = (magnitude ^ sign) - sign;
                }
            }
        }
        decoder.resume(mq);
    }

    /** @param set coefficient of a sample that becomes significant in this plane */
    void cleanup(int set) {
        MqDecoder mq = new MqDecoder(decoder);
        BlockState block = this.block;
        byte[] zeroContexts = this.zeroContexts;
        byte[] signContexts = ContextTables.signCoding();
        int[] words = block.words;
        int[] values = block.values;
        int at = block.firstWord();
        for (int top = 0; top < block.height; top += 4, at += 2) {
            int rows = block.rows(top);
            for (int x = 0; x < block.width; x++, at++) {
                int word = words[at];
                int open = BlockState.left(word) & rows;
                int certain = 0;
                if (word == 0 && rows == BlockState.ROWS) {
                    if (mq.decode(MqDecoder.RUN_CONTEXT) == 0) {
                        continue;
                    }
                    int run = mq.decode(MqDecoder.UNIFORM_CONTEXT) << 1;
                    run |= mq.decode(MqDecoder.UNIFORM_CONTEXT);
                    certain = 1 << 3 * run;
                    open &= -certain;
                }
                for (; open != 0; open &= open - 1) {
                    int shift = Integer.numberOfTrailingZeros(open);
                    if (certain >> shift != 1
                            && mq.decode(zeroContexts[word >> shift & ContextTables.NEIGHBOURHOOD]) == 0) {
                        continue;
                    }
                    int sign = signContexts[block.signEntry(word, at, shift)];
                    int negative = mq.decode(sign & 127) ^ sign >> 7 & 1;
                    values[block.place(top, shift, x)] = (set ^ -negative) + negative;
                    word = block.settle(word, at, shift, negative);
                }
                words[at] = word & BlockState.SIGNIFICANCE;
            }
        }
        decoder.resume(mq);
    }
}
