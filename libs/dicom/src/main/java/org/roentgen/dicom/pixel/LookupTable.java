package org.roentgen.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * A lookup table of a Modality or VOI LUT sequence item (PS3.3 C.11.1.1, C.11.2.1.1). Input below the first value maps to the
 * first entry, input beyond the last to the last.
 */
public final class LookupTable {
    private final int first;
    private final int bits;
    private final int[] entries;

    LookupTable(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries.clone();
    }

    /**
     * Reads a table; empty if the item has no sound one.
     *
     * @param item the item of the sequence
     * @param signedInput true if the first mapped value is a signed number
     */
    static Optional<LookupTable> read(DataSet item, boolean signedInput) {
        int[] descriptor = item.integers(Tag.LUTDescriptor);
        byte[] data = item.bytes(Tag.LUTData).orElse(new byte[0]);
        return read(descriptor, data, signedInput);
    }

    static Optional<LookupTable> read(int[] descriptor, byte[] data, boolean signedInput) {
        if (descriptor.length != 3) {
            return Optional.empty();
        }
        int count = (descriptor[0] & 0xffff) == 0 ? 65_536 : descriptor[0] & 0xffff;
        int first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xffff;
        int bits = Math.clamp(descriptor[2] & 0xff, 8, 16);
        int[] entries = new int[count];
        if (data.length >= 2 * count) {
            ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                entries[i] = buffer.getShort(2 * i) & 0xffff;
            }
        } else if (data.length >= count) {
            for (int i = 0; i < count; i++) {
                entries[i] = data[i] & 0xff;
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(new LookupTable(first, bits, entries));
    }

    int map(double input) {
        long index = Math.round(input) - first;
        return entries[(int) Math.clamp(index, 0L, entries.length - 1L)];
    }

    /** Bits of an entry, 8 to 16. */
    int bits() {
        return bits;
    }

    int first() {
        return first;
    }

    int size() {
        return entries.length;
    }
}
