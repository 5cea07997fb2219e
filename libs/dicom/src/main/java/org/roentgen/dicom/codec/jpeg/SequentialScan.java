package org.roentgen.dicom.codec.jpeg;

import java.util.Arrays;
import org.roentgen.dicom.codec.MalformedFrameException;

/** Decodes one scan of a sequential DCT process of 8 or 12 bits into component planes (T.81 annex F). */
final class SequentialScan {
    private static final byte[] NATURAL_ORDER = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final JpegFrame frame;
    private final JpegScan scan;
    private final Plane[] planes;
    private final EntropyReader reader;
    private final InverseTransform transform;
    private final int[] predictions;
    private final int[] coefficients = new int[64];

    SequentialScan(byte[] data, JpegFrame frame, JpegScan scan, Plane[] planes) {
        this.frame = frame;
        this.scan = scan;
        this.planes = planes;
        reader = new EntropyReader(data, scan.offset());
        transform = new InverseTransform(frame.precision());
        predictions = new int[scan.components().size()];
    }

    /** Fills the planes of the scan's components and returns where reading stopped. */
    int decode() throws MalformedFrameException {
        boolean interleaved = scan.components().size() > 1;
        JpegComponent only = scan.components().getFirst().component();
        Plane plane = planes[only.index()];
        int unitsAcross = interleaved
                ? Plane.ceilingDivide(frame.columns(), 8 * frame.maximumHorizontal())
                : Plane.ceilingDivide(plane.width, 8);
        int unitsDown = interleaved
                ? Plane.ceilingDivide(frame.rows(), 8 * frame.maximumVertical())
                : Plane.ceilingDivide(plane.height, 8);
        int untilRestart = scan.restartInterval();
        for (int unitRow = 0; unitRow < unitsDown; unitRow++) {
            for (int unitColumn = 0; unitColumn < unitsAcross; unitColumn++) {
                if (scan.restartInterval() > 0 && untilRestart-- == 0) {
                    reader.restart();
                    Arrays.fill(predictions, 0);
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

    private void block(int index, int blockRow, int blockColumn) throws MalformedFrameException {
        JpegScan.Part part = scan.components().get(index);
        int[] steps = part.quantization();
        Arrays.fill(coefficients, 0);
        int size = part.dc().next(reader);
        if (size > 15) {
            throw malformed("a DC difference of " + size + " bits; at most 15 exist");
        }
        predictions[index] += size == 0 ? 0 : reader.extend(size);
        coefficients[0] = predictions[index] * steps[0];
        HuffmanTable table = part.ac();
        for (int at = 1; at < 64; at++) {
            int symbol = table.next(reader);
            int bits = symbol & 15;
            if (bits == 0) {
                if (symbol != 0xf0) {
                    break;
                }
                at += 15;
                continue;
            }
            at += symbol >> 4;
            if (at > 63) {
                throw malformed("a run of zeros leaves the block of 64 coefficients");
            }
            coefficients[NATURAL_ORDER[at]] = reader.extend(bits) * steps[at];
        }
        Plane plane = planes[part.component().index()];
        transform.apply(coefficients, plane.samples, (blockRow * plane.stride + blockColumn) * 8, plane.stride);
    }

    private MalformedFrameException malformed(String rule) {
        return new MalformedFrameException("JPEG", reader.position(), rule);
    }
}
