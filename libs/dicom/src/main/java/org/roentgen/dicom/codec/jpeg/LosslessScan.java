package org.roentgen.dicom.codec.jpeg;

import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.Samples;

/** Decodes one scan of the lossless process, all seven predictors (T.81 annex H). */
final class LosslessScan {
    private final JpegFrame frame;
    private final JpegScan scan;
    private final EntropyReader reader;
    private final int[][] current;
    private final int[][] previous;

    LosslessScan(byte[] data, JpegFrame frame, JpegScan scan) throws MalformedFrameException {
        this.frame = frame;
        this.scan = scan;
        reader = new EntropyReader(data, scan.offset());
        int count = scan.components().size();
        current = new int[count][frame.columns()];
        previous = new int[count][frame.columns()];
        check();
    }

    private void check() throws MalformedFrameException {
        if (scan.first() < 1 || scan.first() > 7 || scan.pointTransform() >= frame.precision()) {
            throw malformed("predictor " + scan.first() + " and point transform " + scan.pointTransform()
                    + " are not ones of the lossless process");
        }
        if (frame.maximumHorizontal() != 1 || frame.maximumVertical() != 1) {
            throw malformed("subsampled components are not supported in the lossless process");
        }
        if (scan.restartInterval() % frame.columns() != 0) {
            throw malformed("restart interval " + scan.restartInterval() + " is no multiple of the " + frame.columns()
                    + " columns (T.81 H.1.1)");
        }
    }

    /** Writes the scan's components and returns where reading stopped. */
    int decode(FrameFormat format, byte[] target) throws MalformedFrameException {
        int count = current.length;
        int rowsPerInterval = scan.restartInterval() / frame.columns();
        int stride = format.samplesPerPixel();
        for (int row = 0; row < frame.rows(); row++) {
            boolean first = row == 0;
            if (rowsPerInterval > 0 && row > 0 && row % rowsPerInterval == 0) {
                reader.restart();
                first = true;
            }
            if (count == 1) {
                single(first);
            } else {
                interleaved(first);
            }
            if (reader.exhausted()) {
                throw malformed("the data ends within line " + row + " of " + frame.rows());
            }
            long base = (long) row * frame.columns() * stride;
            for (int i = 0; i < count; i++) {
                write(
                        i,
                        format,
                        target,
                        base + scan.components().get(i).component().index(),
                        stride);
                int[] swap = previous[i];
                previous[i] = current[i];
                current[i] = swap;
            }
        }
        return reader.position();
    }

    private void write(int part, FrameFormat format, byte[] target, long first, int stride) {
        int[] row = current[part];
        if (scan.pointTransform() > 0) {
            row = row.clone();
            for (int i = 0; i < row.length; i++) {
                row[i] <<= scan.pointTransform();
            }
        }
        Samples.putRow(
                row, 0, frame.columns(), target, first, stride, format.sample().bytes());
    }

    private int start(int part, boolean first) {
        return first ? 1 << (frame.precision() - scan.pointTransform() - 1) : previous[part][0];
    }

    private void single(boolean first) throws MalformedFrameException {
        HuffmanTable table = scan.components().getFirst().dcTable();
        int[] row = current[0];
        int[] above = previous[0];
        int left = start(0, first) + difference(table) & 0xffff;
        row[0] = left;
        int predictor = first ? 1 : scan.first();
        if (predictor == 1) {
            for (int x = 1; x < row.length; x++) {
                left = left + difference(table) & 0xffff;
                row[x] = left;
            }
            return;
        }
        for (int x = 1; x < row.length; x++) {
            left = predict(predictor, left, above[x], above[x - 1]) + difference(table) & 0xffff;
            row[x] = left;
        }
    }

    private void interleaved(boolean first) throws MalformedFrameException {
        int predictor = first ? 1 : scan.first();
        for (int x = 0; x < frame.columns(); x++) {
            for (int i = 0; i < current.length; i++) {
                int[] row = current[i];
                int[] above = previous[i];
                int expected = x == 0 ? start(i, first) : predict(predictor, row[x - 1], above[x], above[x - 1]);
                row[x] = expected + difference(scan.components().get(i).dcTable()) & 0xffff;
            }
        }
    }

    private int difference(HuffmanTable table) throws MalformedFrameException {
        int size = table.next(reader);
        if (size == 0) {
            return 0;
        }
        if (size < 16) {
            return reader.extend(size);
        }
        if (size == 16) {
            return 32_768;
        }
        throw malformed("a difference of " + size + " bits; at most 16 exist");
    }

    private static int predict(int predictor, int left, int above, int aboveLeft) {
        return switch (predictor) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> aboveLeft;
            case 4 -> left + above - aboveLeft;
            case 5 -> left + ((above - aboveLeft) >> 1);
            case 6 -> above + ((left - aboveLeft) >> 1);
            default -> (left + above) >> 1;
        };
    }

    private MalformedFrameException malformed(String rule) {
        return new MalformedFrameException("JPEG lossless", reader.position(), rule);
    }
}
