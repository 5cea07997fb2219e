package org.roentgen.dicom.codec.jpegls;

import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.Samples;

/** Decodes one scan, of any interleave mode (T.87 annexes A and F). */
final class ScanDecoder {
    private final ScanHeader header;
    private final FrameFormat format;
    private final StuffedBitReader reader;
    private final ScanState state;
    private final Contexts contexts;
    private final int[] runIndexes;

    /** Zeros of a Golomb code that announce a value in place of a quotient. */
    private final int escape;

    ScanDecoder(byte[] data, ScanHeader header, FrameFormat format) {
        this.header = header;
        this.format = format;
        reader = new StuffedBitReader(data, header.offset());
        int count = header.components().size();
        state = new ScanState(header.parameters(), format.columns(), count);
        contexts = state.contexts;
        runIndexes = new int[count];
        escape = state.limit - state.errorBits - 1;
    }

    /** Writes the scan's components and returns where reading stopped. */
    int decode(byte[] target) throws MalformedFrameException {
        int count = header.components().size();
        for (int row = 0; row < format.rows(); row++) {
            for (int i = 0; i < count; i++) {
                state.beginLine(i);
            }
            if (header.interleave() == 2 && count > 1) {
                sampleInterleaved(count);
            } else {
                for (int i = 0; i < count; i++) {
                    line(i);
                }
            }
            reader.requireMore();
            for (int i = 0; i < count; i++) {
                write(row, i, target);
            }
            state.endLine();
        }
        return reader.position();
    }

    private void write(int row, int component, byte[] target) {
        int[] line = state.current(component);
        if (header.pointTransform() > 0) {
            line = line.clone();
            for (int i = 1; i <= format.columns(); i++) {
                line[i] <<= header.pointTransform();
            }
        }
        int samples = format.samplesPerPixel();
        long first =
                (long) row * format.columns() * samples + header.components().get(component);
        Samples.putRow(
                line,
                1,
                format.columns(),
                target,
                first,
                samples,
                format.sample().bytes());
    }

    private void line(int component) throws MalformedFrameException {
        StuffedBitReader bits = new StuffedBitReader(reader);
        int[] current = state.current(component);
        int[] previous = state.previous(component);
        int columns = state.columns;
        int left = current[0];
        int aboveLeft = previous[0];
        int above = previous[1];
        int x = 1;
        while (x <= columns) {
            int aboveRight = previous[x + 1];
            int context = state.context(left, above, aboveLeft, aboveRight);
            if (context != 0) {
                left = regular(bits, context, ScanState.predict(left, above, aboveLeft));
                current[x++] = left;
                aboveLeft = above;
                above = aboveRight;
            } else {
                reader.resume(bits);
                x = run(component, current, previous, x, left);
                bits.resume(reader);
                left = current[x - 1];
                aboveLeft = previous[x - 1];
                above = previous[Math.min(x, columns + 1)];
            }
        }
        reader.resume(bits);
    }

    private int regular(StuffedBitReader bits, int signedContext, int prediction) throws MalformedFrameException {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int coding = contexts.coding(context);
        int mapped = bits.golomb(Contexts.order(coding), escape, state.errorBits);
        int error = (mapped >>> 1) ^ -(mapped & 1) ^ Contexts.inversion(coding);
        contexts.update(context, error);
        int expected = state.corrected(prediction, Contexts.correction(coding), sign);
        return state.reconstruct(expected, (error ^ sign) - sign);
    }

    /** Decodes a run and the sample that interrupts it; returns the position behind them. */
    private int run(int component, int[] current, int[] previous, int start, int value) throws MalformedFrameException {
        int end = start + runLength(component, state.columns + 1 - start);
        for (int x = start; x < end; x++) {
            current[x] = value;
        }
        if (end > state.columns) {
            return end;
        }
        int above = previous[end];
        int type = Math.abs(value - above) <= state.near ? 1 : 0;
        int error = interruption(type, runIndexes[component]);
        current[end] =
                type == 1 ? state.reconstruct(value, error) : state.reconstruct(above, value > above ? -error : error);
        shortenRuns(component);
        return end + 1;
    }

    private int runLength(int component, int most) throws MalformedFrameException {
        int length = 0;
        while (reader.bit()) {
            int segment = 1 << Contexts.RUN_ORDER[runIndexes[component]];
            length += segment;
            if (length > most) {
                return most;
            }
            if (runIndexes[component] < 31) {
                runIndexes[component]++;
            }
            if (length == most) {
                return length;
            }
            reader.requireMore();
        }
        length += reader.bits(Contexts.RUN_ORDER[runIndexes[component]]);
        if (length > most) {
            throw reader.malformed("a run of " + length + " samples leaves its line by " + (length - most));
        }
        return length;
    }

    private void shortenRuns(int component) {
        if (runIndexes[component] > 0) {
            runIndexes[component]--;
        }
    }

    private int interruption(int type, int runIndex) throws MalformedFrameException {
        int order = contexts.runOrder(type);
        int mapped = reader.golomb(order, escape - Contexts.RUN_ORDER[runIndex] - 1, state.errorBits);
        int doubled = mapped + type;
        boolean odd = (doubled & 1) != 0;
        int size = (doubled + 1) >> 1;
        int error = contexts.runMap(type, order) == odd ? -size : size;
        contexts.updateRun(type, error, mapped);
        return error;
    }

    private void sampleInterleaved(int count) throws MalformedFrameException {
        int x = 1;
        while (x <= state.columns) {
            boolean flat = true;
            for (int i = 0; i < count && flat; i++) {
                flat = context(i, x) == 0;
            }
            if (flat) {
                x = sharedRun(count, x);
                continue;
            }
            for (int i = 0; i < count; i++) {
                int[] current = state.current(i);
                int[] previous = state.previous(i);
                int prediction = ScanState.predict(current[x - 1], previous[x], previous[x - 1]);
                current[x] = regular(reader, context(i, x), prediction);
            }
            x++;
        }
    }

    private int context(int component, int x) {
        int[] previous = state.previous(component);
        return state.context(state.current(component)[x - 1], previous[x], previous[x - 1], previous[x + 1]);
    }

    private int sharedRun(int count, int start) throws MalformedFrameException {
        int end = start + runLength(0, state.columns + 1 - start);
        for (int i = 0; i < count; i++) {
            int[] current = state.current(i);
            for (int x = start; x < end; x++) {
                current[x] = current[start - 1];
            }
        }
        if (end > state.columns) {
            return end;
        }
        for (int i = 0; i < count; i++) {
            int left = state.current(i)[end - 1];
            int above = state.previous(i)[end];
            int error = interruption(0, runIndexes[0]);
            state.current(i)[end] = state.reconstruct(above, left > above ? -error : error);
        }
        shortenRuns(0);
        return end + 1;
    }
}
