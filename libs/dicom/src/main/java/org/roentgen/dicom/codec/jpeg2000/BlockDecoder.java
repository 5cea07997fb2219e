package org.roentgen.dicom.codec.jpeg2000;

import static org.roentgen.dicom.codec.jpeg2000.ContextTables.EAST;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.NEGATIVE_SHIFT;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.NEIGHBOURS;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.NORTH;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.NORTH_EAST;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.NORTH_WEST;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.SOUTH;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.SOUTH_EAST;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.SOUTH_WEST;
import static org.roentgen.dicom.codec.jpeg2000.ContextTables.WEST;

import java.util.Arrays;
import org.roentgen.dicom.codec.MalformedFrameException;

/**
 * Decodes code-blocks bit plane by bit plane (T.800 annex D). Coefficients come out with one fractional bit: twice the magnitude,
 * plus a half of the last decoded plane. An instance serves one thread and many blocks.
 */
final class BlockDecoder {
    private static final int SIGNIFICANT = 1 << 12;
    private static final int VISITED = 1 << 13;
    private static final int REFINED = 1 << 14;
    private static final int MOST_PLANES = 30;
    private static final int FIRST_RAW_PASS = 10;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits rawBits = new RawBits();
    private byte[] buffer = new byte[8192];
    private int[] values = new int[4096];
    private int[] flags = new int[66 * 66];
    private byte[] zeroContexts = ContextTables.zeroCoding(0);
    private int width;
    private int height;
    private int stride;
    private boolean causal;
    private boolean raw;

    /**
     * @param block a block with at least one pass
     * @param planes bit planes of its subband, the missing ones included
     * @return the coefficients row by row, valid until the next call
     */
    int[] decode(CodeBlock block, byte[] data, ComponentStyle style, int orientation, int planes)
            throws MalformedFrameException {
        int plane = planes - block.zeroPlanes;
        if (plane < 1 || plane > MOST_PLANES || block.passes > 3 * plane - 2) {
            throw new MalformedFrameException(
                    "JPEG 2000", -1, block.passes + " coding passes over " + plane + " bit planes in a code-block");
        }
        prepare(block.region.width(), block.region.height());
        zeroContexts = ContextTables.zeroCoding(orientation);
        causal = style.has(ComponentStyle.CAUSAL);
        mq.resetContexts();
        int pass = 0;
        for (int segment = 0; segment < block.segmentCount(); segment++) {
            raw = style.has(ComponentStyle.BYPASS) && pass >= FIRST_RAW_PASS && (pass + 2) % 3 != 2;
            start(block, segment, data);
            for (int i = 0; i < block.segmentPasses(segment); i++, pass++) {
                int kind = (pass + 2) % 3;
                pass(kind, plane - (pass + 2) / 3);
                if (style.has(ComponentStyle.RESET)) {
                    mq.resetContexts();
                }
            }
        }
        return values;
    }

    private void prepare(int blockWidth, int blockHeight) {
        width = blockWidth;
        height = blockHeight;
        stride = width + 2;
        if (values.length < width * height) {
            values = new int[width * height];
        }
        if (flags.length < stride * (height + 2)) {
            flags = new int[stride * (height + 2)];
        }
        Arrays.fill(values, 0, width * height, 0);
        Arrays.fill(flags, 0, stride * (height + 2), 0);
    }

    private void start(CodeBlock block, int segment, byte[] data) {
        int length = block.copySegment(segment, data, buffer);
        if (length < 0) {
            buffer = new byte[-1 - length];
            length = block.copySegment(segment, data, buffer);
        }
        if (raw) {
            rawBits.start(buffer, 0, length);
        } else {
            mq.start(buffer, 0, length);
        }
    }

    private void pass(int kind, int plane) {
        int one = 1 << plane;
        int set = one | one >> 1;
        switch (kind) {
            case 0 -> significance(set);
            case 1 -> refinement(one >> 1);
            default -> cleanup(set);
        }
    }

    private void significance(int set) {
        int[] flags = this.flags;
        byte[] zeroContexts = this.zeroContexts;
        MqDecoder mq = this.mq;
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(top + 4, height);
            for (int x = 0; x < width; x++) {
                for (int y = top; y < bottom; y++) {
                    int at = (y + 1) * stride + x + 1;
                    int flag = flags[at];
                    if ((flag & NEIGHBOURS) == 0 || (flag & SIGNIFICANT) != 0) {
                        continue;
                    }
                    int bit = raw ? rawBits.bit() : mq.decode(zeroContexts[flag & NEIGHBOURS]);
                    if (bit != 0) {
                        sign(at, y, y * width + x, set);
                    }
                    flags[at] |= VISITED;
                }
            }
        }
    }

    private void refinement(int half) {
        int[] flags = this.flags;
        int[] values = this.values;
        MqDecoder mq = this.mq;
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(top + 4, height);
            for (int x = 0; x < width; x++) {
                for (int y = top; y < bottom; y++) {
                    int at = (y + 1) * stride + x + 1;
                    int flag = flags[at];
                    if ((flag & (SIGNIFICANT | VISITED)) != SIGNIFICANT) {
                        continue;
                    }
                    int context = (flag & REFINED) != 0 ? 16 : (flag & NEIGHBOURS) != 0 ? 15 : 14;
                    int change = (raw ? rawBits.bit() : mq.decode(context)) != 0 ? half : -half;
                    int place = y * width + x;
                    values[place] += values[place] < 0 ? -change : change;
                    flags[at] = flag | REFINED;
                }
            }
        }
    }

    private void cleanup(int set) {
        int[] flags = this.flags;
        byte[] zeroContexts = this.zeroContexts;
        MqDecoder mq = this.mq;
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(top + 4, height);
            for (int x = 0; x < width; x++) {
                int first = top;
                boolean certain = false;
                if (bottom - top == 4 && isQuiet(top, x)) {
                    if (mq.decode(MqDecoder.RUN_CONTEXT) == 0) {
                        continue;
                    }
                    int run = mq.decode(MqDecoder.UNIFORM_CONTEXT) << 1;
                    first = top + (run | mq.decode(MqDecoder.UNIFORM_CONTEXT));
                    certain = true;
                }
                for (int y = first; y < bottom; y++) {
                    int at = (y + 1) * stride + x + 1;
                    int flag = flags[at];
                    if ((flag & (SIGNIFICANT | VISITED)) == 0
                            && (certain || mq.decode(zeroContexts[flag & NEIGHBOURS]) != 0)) {
                        sign(at, y, y * width + x, set);
                    }
                    certain = false;
                    flags[at] &= ~VISITED;
                }
            }
        }
    }

    private boolean isQuiet(int top, int x) {
        int at = (top + 1) * stride + x + 1;
        return ((flags[at] | flags[at + stride] | flags[at + 2 * stride] | flags[at + 3 * stride])
                        & (NEIGHBOURS | SIGNIFICANT | VISITED))
                == 0;
    }

    private void sign(int at, int y, int place, int set) {
        int coding = ContextTables.signCoding(flags[at]);
        int negative = raw ? rawBits.bit() : mq.decode(coding & 127) ^ coding >> 7 & 1;
        values[place] = negative != 0 ? -set : set;
        int signs = negative != 0 ? 1 | 1 << NEGATIVE_SHIFT : 1;
        flags[at] |= SIGNIFICANT;
        flags[at - 1] |= EAST * signs;
        flags[at + 1] |= WEST * signs;
        int below = at + stride;
        flags[below - 1] |= NORTH_EAST;
        flags[below] |= NORTH * signs;
        flags[below + 1] |= NORTH_WEST;
        if (causal && (y & 3) == 0) {
            return;
        }
        int above = at - stride;
        flags[above - 1] |= SOUTH_EAST;
        flags[above] |= SOUTH * signs;
        flags[above + 1] |= SOUTH_WEST;
    }
}
