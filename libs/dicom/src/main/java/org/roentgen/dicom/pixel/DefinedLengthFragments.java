package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.Bulk;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.Value;

/** Fragments in a value of defined length, which PS3.5 A.4 does not allow but some devices write. */
final class DefinedLengthFragments {
    private static final int ITEM = 0xe000_fffe;
    private static final int DELIMITER = 0xe0dd_fffe;
    private static final int HEADER = 8;

    private DefinedLengthFragments() {}

    /** The items that the value consists of; empty if it does not. */
    static Optional<Value.Fragments> of(Value.Data data) throws IOException {
        List<Value.Data> items = new ArrayList<>();
        long at = 0;
        while (at + HEADER <= data.length()) {
            ByteBuffer header =
                    ByteBuffer.wrap(DataRange.read(data, at, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
            int tag = header.getInt();
            long length = Integer.toUnsignedLong(header.getInt());
            at += HEADER;
            if (tag == DELIMITER && !items.isEmpty()) {
                break;
            }
            if (tag != ITEM || length > data.length() - at) {
                return Optional.empty();
            }
            items.add(slice(data, at, length));
            at += length;
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value.Fragments(items.getFirst(), items.subList(1, items.size())));
    }

    private static Value.Data slice(Value.Data data, long from, long length) throws IOException {
        return switch (data) {
            case Bulk bulk -> new Bulk(bulk.file(), bulk.offset() + from, length, 1);
            case Bytes bytes -> Bytes.copyOf(DataRange.read(bytes, from, Math.toIntExact(length)));
        };
    }
}
