package org.roentgen.api.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import org.roentgen.api.problem.ProblemException;

/**
 * The content of a part: everything up to the delimiter. The delimiter starts with CR LF and holds no other CR, so a
 * mismatch can only restart at the byte that broke it.
 */
final class PartInput extends InputStream {
    private final InputStream in;
    private final byte[] delimiter;
    private int matched;
    private int replayed;
    private int replayLength;
    private int pending = -1;
    private boolean atEnd;

    /** @param matched how many bytes of the delimiter count as read already */
    PartInput(InputStream in, byte[] delimiter, int matched) {
        this.in = in;
        this.delimiter = delimiter;
        this.matched = matched;
    }

    @Override
    public int read() throws IOException {
        while (true) {
            if (replayed < replayLength) {
                return delimiter[replayed++] & 0xFF;
            }
            if (pending >= 0 && pending != delimiter[0]) {
                int value = pending;
                pending = -1;
                return value;
            }
            if (atEnd) {
                return -1;
            }
            int next = pending >= 0 ? pending : in.read();
            pending = -1;
            if (next < 0) {
                throw ProblemException.invalid(
                        "The multipart body ends within a part: its closing delimiter is missing");
            }
            if (next == (delimiter[matched] & 0xFF)) {
                matched++;
                if (matched == delimiter.length) {
                    atEnd = true;
                    return -1;
                }
                continue;
            }
            replayed = 0;
            replayLength = matched;
            matched = 0;
            pending = next;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int value = read();
            if (value < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (byte) value;
        }
        return count;
    }

    void skipToDelimiter() throws IOException {
        while (!atEnd) {
            read();
        }
    }
}
