package org.roentgen.dicom.codec.jpeg2000;

import org.roentgen.dicom.codec.MalformedFrameException;

/** Bits of packet headers: the byte behind a 0xff carries seven (T.800 B.10.1). */
final class PacketBits {
    private final byte[] data;
    private final int end;
    private int position;
    private int current;
    private int left;

    PacketBits(byte[] data, int position, int end) {
        this.data = data;
        this.position = position;
        this.end = end;
    }

    int bit() throws MalformedFrameException {
        if (left == 0) {
            if (position >= end) {
                throw new MalformedFrameException("JPEG 2000", position, "a packet header leaves its tile-part");
            }
            left = current == 0xff ? 7 : 8;
            current = data[position++] & 0xff;
        }
        left--;
        return current >> left & 1;
    }

    int bits(int count) throws MalformedFrameException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** Drops the rest of the last byte, with the stuffed byte behind a 0xff, and returns the position. */
    int align() {
        if (current == 0xff) {
            position++;
        }
        return position;
    }
}
