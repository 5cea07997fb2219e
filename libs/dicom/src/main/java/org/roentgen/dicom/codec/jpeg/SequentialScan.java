package org.roentgen.dicom.codec.jpeg;

import java.util.Arrays;
import org.roentgen.dicom.codec.MalformedFrameException;

/** Decodes one scan of a sequential DCT process of 8 or 12 bits into component planes (T.81 annex F). */
final class SequentialScan extends BlockScan {
    private final Plane[] planes;
    private final InverseTransform transform;
    private final int[] coefficients = new int[64];

    SequentialScan(byte[] data, JpegFrame frame, JpegScan scan, Plane[] planes) {
        super(data, frame, scan);
        this.planes = planes;
        transform = new InverseTransform(frame.precision());
    }

    @Override
    void block(int index, int blockRow, int blockColumn) throws MalformedFrameException {
        JpegScan.Part part = scan.components().get(index);
        int[] steps = part.quantization();
        Arrays.fill(coefficients, 0);
        predictions[index] += difference(part);
        coefficients[0] = predictions[index] * steps[0];
        HuffmanTable table = part.acTable();
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
}
