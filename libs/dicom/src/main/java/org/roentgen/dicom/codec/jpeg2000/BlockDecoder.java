package org.roentgen.dicom.codec.jpeg2000;

import org.roentgen.dicom.codec.MalformedFrameException;

/**
 * Decodes code-blocks bit plane by bit plane (T.800 annex D). Coefficients come out with one fractional bit: twice the magnitude,
 * plus a half of the last decoded plane. An instance serves one thread and many blocks.
 */
final class BlockDecoder {
    private static final int MOST_PLANES = 30;
    private static final int FIRST_RAW_PASS = 10;
    private static final int SIGNIFICANCE = 0;
    private static final int REFINEMENT = 1;
    private static final int CLEANUP = 2;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits rawBits = new RawBits();
    private final BlockState state = new BlockState();
    private final CodedPasses coded = new CodedPasses(state, mq);
    private final RawPasses raw = new RawPasses(state, rawBits);
    private byte[] buffer = new byte[8192];

    /**
     * @param block a block with at least one pass
     * @return the coefficients row by row, valid until the next call
     */
    int[] decode(CodeBlock block, byte[] data, TileComponent component, Subband subband)
            throws MalformedFrameException {
        int plane = component.planes(subband) - block.zeroPlanes;
        ComponentStyle style = component.style;
        if (plane < 1 || plane > MOST_PLANES || block.passes > 3 * plane - 2) {
            throw new MalformedFrameException(
                    "JPEG 2000", -1, block.passes + " coding passes over " + plane + " bit planes in a code-block");
        }
        state.reset(block.region.width(), block.region.height(), style.has(ComponentStyle.CAUSAL));
        coded.begin(subband.orientation());
        mq.resetContexts();
        int pass = 0;
        for (int segment = 0; segment < block.segmentCount(); segment++) {
            boolean bypass = style.has(ComponentStyle.BYPASS) && pass >= FIRST_RAW_PASS && (pass + 2) % 3 != CLEANUP;
            start(block, segment, data, bypass);
            for (int i = 0; i < block.segmentPasses(segment); i++, pass++) {
                pass((pass + 2) % 3, 1 << plane - (pass + 2) / 3, bypass, style);
            }
        }
        if (component.regionShift > 0) {
            lowerRegion(component.regionShift);
        }
        return state.values;
    }

    /** Takes back the scaling of a region of interest, which lies above all other magnitudes (T.800 H.1). */
    private void lowerRegion(int shift) {
        int[] values = state.values;
        long lowest = 2L << shift;
        for (int i = 0; i < state.width * state.height; i++) {
            int magnitude = Math.abs(values[i]);
            if (magnitude >= lowest) {
                values[i] = values[i] < 0 ? -(magnitude >> shift) : magnitude >> shift;
            }
        }
    }

    private void start(CodeBlock block, int segment, byte[] data, boolean bypass) {
        int length = block.copySegment(segment, data, buffer);
        if (length < 0) {
            buffer = new byte[-1 - length];
            length = block.copySegment(segment, data, buffer);
        }
        if (bypass) {
            rawBits.start(buffer, 0, length);
        } else {
            mq.start(buffer, length);
        }
    }

    private void pass(int kind, int one, boolean bypass, ComponentStyle style) {
        int half = one >> 1;
        switch (kind) {
            case SIGNIFICANCE -> {
                if (bypass) {
                    raw.significance(one | half);
                } else {
                    coded.significance(one | half);
                }
            }
            case REFINEMENT -> {
                if (bypass) {
                    raw.refinement(half);
                } else {
                    coded.refinement(half);
                }
            }
            default -> {
                coded.cleanup(one | half);
                if (style.has(ComponentStyle.SEGMENTATION_SYMBOLS)) {
                    mq.skipSegmentationSymbol();
                }
            }
        }
        if (style.has(ComponentStyle.RESET)) {
            mq.resetContexts();
        }
    }
}
