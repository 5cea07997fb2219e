package org.roentgen.dicom.pixel;

import java.io.IOException;
import org.roentgen.dicom.Bulk;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.Value;

/** Reads a range of a value without the rest of it. */
final class DataRange {
    private DataRange() {}

    static byte[] read(Value.Data data, long from, int length) throws IOException {
        return switch (data) {
            case Bytes bytes -> {
                byte[] range = new byte[length];
                bytes.buffer().get((int) from, range);
                yield range;
            }
            case Bulk bulk -> read(bulk, from, length);
        };
    }

    /** Numbers on disk may need swapping: whole numbers are read, what was not asked for is cut off. */
    private static byte[] read(Bulk bulk, long from, int length) throws IOException {
        int unit = bulk.swapUnit();
        long start = from / unit * unit;
        long end = Math.min(bulk.length(), (from + length + unit - 1) / unit * unit);
        byte[] whole = new Bulk(bulk.file(), bulk.offset() + start, end - start, unit).toBytes();
        if (start == from && whole.length == length) {
            return whole;
        }
        byte[] range = new byte[length];
        System.arraycopy(whole, (int) (from - start), range, 0, length);
        return range;
    }
}
