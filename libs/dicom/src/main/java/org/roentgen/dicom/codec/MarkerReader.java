package org.roentgen.dicom.codec;

import java.util.Arrays;

/** Bounded reading of marker segments, JPEG and JPEG-LS alike. */
public final class MarkerReader {
    private final String format;
    private final byte[] data;
    private int position;
    private int end;

    public MarkerReader(String format, byte[] data) {
        this.format = format;
        this.data = data;
        this.end = data.length;
    }

    /** Moves behind the next marker at or after {@code from} and returns its second byte. */
    public int marker(int from) throws MalformedFrameException {
        end = data.length;
        for (position = from; position + 1 < data.length; position++) {
            int second = data[position + 1] & 0xff;
            if (data[position] == (byte) 0xff && second != 0 && second != 0xff) {
                position += 2;
                return second;
            }
        }
        throw malformed("the data ends where a marker is due");
    }

    /** Reads the segment's length and confines reading to the segment. */
    public void open() throws MalformedFrameException {
        end = data.length;
        int start = position;
        int length = word();
        if (length < 2 || start + length > data.length) {
            throw malformed("segment length " + length + " leaves the data of " + data.length + " bytes");
        }
        end = start + length;
    }

    public int octet() throws MalformedFrameException {
        if (position >= end) {
            throw malformed("the segment is shorter than its content");
        }
        return data[position++] & 0xff;
    }

    public int word() throws MalformedFrameException {
        return octet() << 8 | octet();
    }

    public byte[] bytes(int count) throws MalformedFrameException {
        if (remaining() < count) {
            throw malformed("the segment is shorter than its content");
        }
        byte[] result = Arrays.copyOfRange(data, position, position + count);
        position += count;
        return result;
    }

    public int remaining() {
        return end - position;
    }

    public int position() {
        return position;
    }

    /** Position behind the open segment. */
    public int end() {
        return end;
    }

    public MalformedFrameException malformed(String rule) {
        return new MalformedFrameException(format, position, rule);
    }
}
