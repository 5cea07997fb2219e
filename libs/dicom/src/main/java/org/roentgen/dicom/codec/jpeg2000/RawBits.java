package org.roentgen.dicom.codec.jpeg2000;

/** Bits of lazy coding passes: the byte behind a 0xff carries seven (T.800 D.6). */
final class RawBits {
    private byte[] data = new byte[0];
    private int position;
    private int end;
    private int current;
    private int left;

    void start(byte[] segment, int from, int length) {
        data = segment;
        position = from;
        end = from + length;
        current = 0;
        left = 0;
    }

    int bit() {
        if (left == 0) {
            left = current == 0xff ? 7 : 8;
            current = position < end ? data[position++] & 0xff : 0xff;
        }
        left--;
        return current >> left & 1;
    }
}
