package org.roentgen.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.codec.MalformedFrameException;
import org.roentgen.dicom.codec.MarkerReader;

/** Packet headers that stand apart from their packets: segments PPM of the main header, PPT of a tile-part's (T.800 A.7.4, A.7.5). */
final class PackedHeaders {
    static final int MAIN = 0x60;
    static final int TILE_PART = 0x61;

    private static final int LENGTH_BYTES = 4;

    private final Map<Integer, byte[]> segments = new TreeMap<>();
    private byte @Nullable [] joined;
    private int position;

    /** Keeps the open segment: its index among those of its header, then its bytes. */
    void add(MarkerReader reader) throws MalformedFrameException {
        int index = reader.octet();
        if (segments.put(index, reader.bytes(reader.remaining())) != null) {
            throw reader.malformed("packed packet headers " + index + " come twice");
        }
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** All segments' bytes in the order of their indexes. */
    byte[] joined() {
        if (joined == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            segments.values().forEach(bytes::writeBytes);
            joined = bytes.toByteArray();
        }
        return joined;
    }

    /** The headers of the next tile-part of the codestream, which the main header's segments hold behind their length. */
    byte[] nextTilePart(MarkerReader reader) throws MalformedFrameException {
        byte[] bytes = joined();
        long length = bytes.length - position < LENGTH_BYTES
                ? -1
                : Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(position));
        if (length < 0 || length > bytes.length - position - LENGTH_BYTES) {
            throw reader.malformed("packed packet headers end before those of a tile-part");
        }
        int from = position + LENGTH_BYTES;
        position = from + (int) length;
        return Arrays.copyOfRange(bytes, from, position);
    }
}
