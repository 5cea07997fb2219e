package org.roentgen.dicom.codec.jpeg2000;

/**
 * The coding passes over a bit plane (T.800 D.3). Each works on a copy of the arithmetic decoder that does not leave it: so its
 * numbers stay in registers. The samples to decode are found for a whole group at once and then taken bit by bit, so that a branch
 * depends on little else than on what is decoded.
 */
final class CodedPasses {
    private static final int REFINEMENT = 14;

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
        for (int stripe = 0; stripe < block.stripes; stripe++) {
            for (int number = 0; number < block.groups; number++) {
                int group = block.group(stripe, number);
                long significant = block.significant[group];
                long closed = ~block.inside(stripe, number);
                long open = block.around(group) & ~(significant | closed);
                long visited = open;
                int firstWord = block.word(stripe, number);
                int firstValue = block.value(stripe, number);
                while (open != 0) {
                    int sample = Long.numberOfTrailingZeros(open);
                    open &= open - 1;
                    int row = sample & 3;
                    int at = firstWord + (sample >> 2);
                    if (mq.decode(zeroContexts[words[at] >> 3 * row & ContextTables.NEIGHBOURHOOD]) == 0) {
                        continue;
                    }
                    int sign = signContexts[block.signEntry(at, row)];
                    int negative = mq.decode(sign & 127) ^ sign >> 7 & 1;
                    values[firstValue + row * block.width + (sample >> 2)] = (set ^ -negative) + negative;
                    block.settle(at, row, negative);
                    significant |= 1L << sample;
                    long later = BlockState.later(sample) & ~(significant | closed);
                    open |= later;
                    visited |= later;
                }
                block.significant[group] = significant;
                block.visited[group] = visited;
            }
        }
        decoder.resume(mq);
    }

    /** @param half what the plane's bit adds to a magnitude or takes from it */
    void refinement(int half) {
        MqDecoder mq = new MqDecoder(decoder);
        BlockState block = this.block;
        int[] values = block.values;
        for (int stripe = 0; stripe < block.stripes; stripe++) {
            for (int number = 0; number < block.groups; number++) {
                int group = block.group(stripe, number);
                long open = block.significant[group] & ~block.visited[group];
                if (open == 0) {
                    continue;
                }
                long refined = block.refined[group];
                long first = block.around(group) & ~refined;
                block.refined[group] = refined | open;
                int firstValue = block.value(stripe, number);
                for (; open != 0; open &= open - 1) {
                    int sample = Long.numberOfTrailingZeros(open);
                    int context = REFINEMENT + (int) (first >>> sample & 1) + 2 * (int) (refined >>> sample & 1);
                    int place = firstValue + (sample & 3) * block.width + (sample >> 2);
                    int value = values[place];
                    int sign = value >> 31;
                    int down = mq.decode(context) - 1 ^ sign;
                    values[place] = value + (half ^ down) - down;
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
        for (int stripe = 0; stripe < block.stripes; stripe++) {
            long runs = block.rows(stripe) == 15 ? -1 : 0;
            for (int number = 0; number < block.groups; number++) {
                int group = block.group(stripe, number);
                long significant = block.significant[group];
                long open = block.inside(stripe, number) & ~(significant | block.visited[group]);
                long empty = BlockState.emptyColumns(block.around(group) | significant) & open & runs;
                open &= ~(14 * empty);
                int firstWord = block.word(stripe, number);
                int firstValue = block.value(stripe, number);
                while (open != 0) {
                    int sample = Long.numberOfTrailingZeros(open);
                    int at = firstWord + (sample >> 2);
                    boolean run = (empty >>> sample & 1) != 0;
                    open &= open - 1;
                    if (run) {
                        if (mq.decode(MqDecoder.RUN_CONTEXT) == 0) {
                            continue;
                        }
                        int skipped = mq.decode(MqDecoder.UNIFORM_CONTEXT) << 1;
                        skipped |= mq.decode(MqDecoder.UNIFORM_CONTEXT);
                        open |= (14L << skipped & 15) << sample;
                        sample += skipped;
                    } else if (mq.decode(zeroContexts[words[at] >> 3 * (sample & 3) & ContextTables.NEIGHBOURHOOD])
                            == 0) {
                        continue;
                    }
                    int row = sample & 3;
                    int sign = signContexts[block.signEntry(at, row)];
                    int negative = mq.decode(sign & 127) ^ sign >> 7 & 1;
                    values[firstValue + row * block.width + (sample >> 2)] = (set ^ -negative) + negative;
                    block.settle(at, row, negative);
                    significant |= 1L << sample;
                    long next = empty & 2L << (sample | 3);
                    empty ^= next;
                    open |= 15 * next;
                }
                block.significant[group] = significant;
                block.visited[group] = 0;
            }
        }
        decoder.resume(mq);
    }
}
