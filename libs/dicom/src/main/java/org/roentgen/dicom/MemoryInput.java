package org.roentgen.dicom;

/** Reads an array, without copying. */
final class MemoryInput extends ByteInput {
    private final int size;

    MemoryInput(Bytes bytes, ReadBudget budget) {
        super(budget);
        window = bytes.array;
        position = bytes.start;
        limit = bytes.start + bytes.size;
        base = -bytes.start;
        size = bytes.size;
    }

    @Override
    boolean fill(int count) {
        return false;
    }

    @Override
    long size() {
        return size;
    }

    @Override
    Value.Data value(long length, int unit) {
        Bytes bytes = slice((int) Math.min(length, limit - position));
        if (unit == 1) {
            return bytes;
        }
        byte[] swapped = bytes.toBytes();
        ByteOrders.swap(swapped, 0, swapped.length, unit);
        return Bytes.wrap(swapped);
    }
}
