package org.roentgen.dicom.codec.jpeg;

import org.roentgen.dicom.codec.MalformedFrameException;

/**
 * Decodes one scan of a progressive process of 8 or 12 bits (T.81 annex G): a band of coefficients, or one more bit of a band that
 * came before.
 */
final class ProgressiveScan extends BlockScan {
    private static final int LONGEST_RUN = 15;

    private final Coefficients[] coefficients;
    private int blocksToEndOfBand;

    /**
     * @param coefficients those of all components of the frame
     * @throws MalformedFrameException if the scan's band does not exist
     */
    ProgressiveScan(byte[] data, JpegFrame frame, JpegScan scan, Coefficients[] coefficients)
            throws MalformedFrameException {
        super(data, frame, scan);
        this.coefficients = coefficients;
        boolean sound = scan.first() == 0
                ? scan.last() == 0
                : scan.first() <= scan.last()
                        && scan.last() < 64
                        && scan.components().size() == 1;
        if (!sound || scan.pointTransform() > 13) {
            throw malformed("a progressive scan of " + scan.components().size() + " components, coefficients "
                    + scan.first() + " to " + scan.last() + ", from bit " + scan.pointTransform());
        }
        for (JpegScan.Part part : scan.components()) {
            coefficients[part.component().index()].quantizedBy(part.quantization());
        }
    }

    @Override
    void restarted() {
        super.restarted();
        blocksToEndOfBand = 0;
    }

    @Override
    void block(int index, int blockRow, int blockColumn) throws MalformedFrameException {
        JpegScan.Part part = scan.components().get(index);
        Coefficients component = coefficients[part.component().index()];
        short[] values = component.values();
        int block = component.offset(blockRow, blockColumn);
        if (scan.first() > 0 && scan.refines()) {
            refineBand(part.acTable(), values, block);
        } else if (scan.first() > 0) {
            band(part.acTable(), values, block);
        } else if (scan.refines()) {
            values[block] |= (short) (reader.bits(1) << scan.pointTransform());
        } else {
            predictions[index] += difference(part);
            values[block] = (short) (predictions[index] << scan.pointTransform());
        }
    }

    private void band(HuffmanTable table, short[] values, int block) throws MalformedFrameException {
        if (blocksToEndOfBand > 0) {
            blocksToEndOfBand--;
            return;
        }
        for (int at = scan.first(); at <= scan.last(); at++) {
            int symbol = table.next(reader);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size == 0 && run < LONGEST_RUN) {
                blocksToEndOfBand = (1 << run) - 1 + reader.bits(run);
                return;
            }
            at += run;
            if (size > 0) {
                if (at > scan.last()) {
                    throw malformed("a run of zeros leaves the band that ends with coefficient " + scan.last());
                }
                values[block + NATURAL_ORDER[at]] = (short) (reader.extend(size) << scan.pointTransform());
            }
        }
    }

    private void refineBand(HuffmanTable table, short[] values, int block) throws MalformedFrameException {
        int at = scan.first();
        while (blocksToEndOfBand == 0 && at <= scan.last()) {
            int symbol = table.next(reader);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size == 0 && run < LONGEST_RUN) {
                blocksToEndOfBand = (1 << run) + reader.bits(run);
                break;
            }
            int added = size == 0 ? 0 : (reader.bits(1) == 1 ? 1 : -1) << scan.pointTransform();
            at = refine(values, block, at, run);
            if (added != 0 && at <= scan.last()) {
                values[block + NATURAL_ORDER[at]] = (short) added;
            }
            at++;
        }
        if (blocksToEndOfBand > 0) {
            refine(values, block, at, Integer.MAX_VALUE);
            blocksToEndOfBand--;
        }
    }

    /** Adds a bit to each coefficient that is not zero, up to the zero that comes after so many zeros; returns its place. */
    private int refine(short[] values, int block, int from, int zeros) {
        int bit = 1 << scan.pointTransform();
        int left = zeros;
        for (int at = from; at <= scan.last(); at++) {
            int place = block + NATURAL_ORDER[at];
            int value = values[place];
            if (value == 0) {
                if (left-- == 0) {
                    return at;
                }
            } else if (reader.bits(1) == 1 && (value & bit) == 0) {
                values[place] = (short) (value > 0 ? value + bit : value - bit);
            }
        }
        return scan.last() + 1;
    }
}
