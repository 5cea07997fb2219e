package org.roentgen.dicom.codec.jpeg;

import java.util.Arrays;
import org.roentgen.dicom.codec.MalformedFrameException;

/** One scan of a DCT process: the order of its blocks, predictions of DC coefficients, and restarts (T.81 A.2, F.2, G.2). */
abstract class BlockScan {
    /** Place in a block of the coefficient that comes at a place in zigzag order. */
    static final byte[] NATURAL_ORDER = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    final JpegScan scan;
    final EntropyReader reader;
    final int[] predictions;
    private final JpegFrame frame;

    BlockScan(byte[] data, JpegFrame frame, JpegScan scan) {
        this.frame = frame;
        this.scan = scan;
        reader = new EntropyReader(data, scan.offset());
        predictions = new int[scan.components().size()];
    }

    /** Decodes the block at a place among those of a component, the scan's part of that number. */
    abstract void block(int part, int blockRow, int blockColumn) throws MalformedFrameException;

    /** Forgets what does not last beyond a restart marker. */
    void restarted() {
        Arrays.fill(predictions, 0);
    }

    /** Decodes all blocks and returns where reading stopped. */
    final int decode() throws MalformedFrameException {
        boolean interleaved = scan.components().size() > 1;
        JpegComponent only = scan.components().getFirst().component();
        int unitsAcross = interleaved
                ? Plane.ceilingDivide(frame.columns(), 8 * frame.maximumHorizontal())
                : Plane.ceilingDivide(Plane.width(frame, only), 8);
        int unitsDown = interleaved
                ? Plane.ceilingDivide(frame.rows(), 8 * frame.maximumVertical())
                : Plane.ceilingDivide(Plane.height(frame, only), 8);
        int untilRestart = scan.restartInterval();
        for (int unitRow = 0; unitRow < unitsDown; unitRow++) {
            for (int unitColumn = 0; unitColumn < unitsAcross; unitColumn++) {
                if (scan.restartInterval() > 0 && untilRestart-- == 0) {
                    reader.restart();
                    restarted();
                    untilRestart = scan.restartInterval() - 1;
                }
                if (interleaved) {
                    unit(unitRow, unitColumn);
                } else {
                    block(0, unitRow, unitColumn);
                }
            }
            if (reader.exhausted()) {
                throw malformed("the data ends within block row " + unitRow + " of " + unitsDown);
            }
        }
        return reader.position();
    }

    private void unit(int unitRow, int unitColumn) throws MalformedFrameException {
        for (int part = 0; part < predictions.length; part++) {
            JpegComponent component = scan.components().get(part).component();
            for (int y = 0; y < component.vertical(); y++) {
                for (int x = 0; x < component.horizontal(); x++) {
                    block(part, unitRow * component.vertical() + y, unitColumn * component.horizontal() + x);
                }
            }
        }
    }

    /** The DC difference that comes next. */
    final int difference(JpegScan.Part part) throws MalformedFrameException {
        int size = part.dcTable().next(reader);
        if (size > 15) {
            throw malformed("a DC difference of " + size + " bits; at most 15 exist");
        }
        return size == 0 ? 0 : reader.extend(size);
    }

    final MalformedFrameException malformed(String rule) {
        return new MalformedFrameException("JPEG", reader.position(), rule);
    }
}
