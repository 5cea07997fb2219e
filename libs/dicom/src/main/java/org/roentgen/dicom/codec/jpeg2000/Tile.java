package org.roentgen.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tile while its parts are read: its parameters and where its packets lie. */
final class Tile {
    final int index;
    final CodingParameters parameters;
    private final List<int[]> parts = new ArrayList<>();
    private @Nullable ByteArrayOutputStream headers;

    Tile(int index, CodingParameters parameters) {
        this.index = index;
        this.parameters = parameters;
    }

    void addPart(int from, int end) {
        parts.add(new int[] {from, end});
    }

    /** Adds packet headers that do not lie with their packets. */
    void addHeaders(byte[] packed) {
        if (headers == null) {
            headers = new ByteArrayOutputStream();
        }
        headers.writeBytes(packed);
    }

    /** The packet headers of all tile-parts, one behind the other, or null if they lie with their packets. */
    byte @Nullable [] headers() {
        return headers == null ? null : headers.toByteArray();
    }

    /** The packets of all tile-parts, one behind the other. */
    byte[] packets(byte[] data) {
        int total = 0;
        for (int[] part : parts) {
            total += part[1] - part[0];
        }
        byte[] packets = new byte[total];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(data, part[0], packets, at, part[1] - part[0]);
            at += part[1] - part[0];
        }
        return packets;
    }
}
