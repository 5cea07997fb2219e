package org.roentgen.dicom.codec.jpeg;

import org.roentgen.dicom.codec.MalformedFrameException;

/** A canonical Huffman table with direct look-up of short codes (T.81 annex C). */
final class HuffmanTable {
    private static final int LOOKUP_BITS = 10;

    /** Length in the high byte, symbol in the low one; 0 where the code is longer or does not exist. */
    private final short[] lookup = new short[1 << LOOKUP_BITS];

    private final int[] limit = new int[17];
    private final int[] delta = new int[17];
    private final byte[] symbols;

    /**
     * @param counts number of codes of each length, lengths 1 to 16 at index 0 to 15
     * @param symbols the symbols in code order
     * @param offset where the table lies, for messages
     */
    HuffmanTable(int[] counts, byte[] symbols, long offset) throws MalformedFrameException {
        this.symbols = symbols.clone();
        int code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            int count = counts[length - 1];
            if (code + count > 1 << length) {
                throw new MalformedFrameException(
                        "JPEG", offset, "Huffman table has more codes of length " + length + " than exist");
            }
            delta[length] = index - code;
            for (int i = 0; i < count; i++, index++, code++) {
                enter(code, length, symbols[index]);
            }
            limit[length] = code << (16 - length);
            code <<= 1;
        }
    }

    private void enter(int code, int length, byte symbol) {
        if (length > LOOKUP_BITS) {
            return;
        }
        int free = LOOKUP_BITS - length;
        short entry = (short) (length << 8 | symbol & 0xff);
        for (int i = 0; i < 1 << free; i++) {
            lookup[code << free | i] = entry;
        }
    }

    /** Reads one symbol; leaves at least 16 bits available behind it. */
    int next(EntropyReader reader) throws MalformedFrameException {
        reader.fill();
        int entry = lookup[reader.peek(LOOKUP_BITS)];
        if (entry != 0) {
            reader.skip(entry >> 8);
            return entry & 0xff;
        }
        return nextLong(reader);
    }

    private int nextLong(EntropyReader reader) throws MalformedFrameException {
        int bits = reader.peek(16);
        for (int length = LOOKUP_BITS + 1; length <= 16; length++) {
            if (bits < limit[length]) {
                reader.skip(length);
                return symbols[(bits >> (16 - length)) + delta[length]] & 0xff;
            }
        }
        throw new MalformedFrameException("JPEG", reader.position(), "bits match no code of the Huffman table");
    }
}
