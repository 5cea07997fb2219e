package org.roentgen.dicom;

import org.jspecify.annotations.Nullable;

/** Decodes text with code extensions (PS3.5 section 6.1.2.5): the state returns to the first set at each delimiter. */
final class Iso2022Decoder {
    static final int ESCAPE = 0x1B;

    private final @Nullable GraphicSet initialRight;
    private final byte[] bytes;
    private final int end;
    private final StringBuilder text;
    private int at;
    private GraphicSet left = GraphicSet.ASCII;
    private @Nullable GraphicSet right;

    Iso2022Decoder(@Nullable GraphicSet initialRight, byte[] bytes, int from, int end) {
        this.initialRight = initialRight;
        this.right = initialRight;
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.text = new StringBuilder(end - from);
    }

    String decode() {
        while (at < end) {
            int next = bytes[at];
            if (next == ESCAPE) {
                designate();
            } else if (next < 0) {
                decodeRight();
            } else if (left.width() == 2 && next > 0x20 && next < 0x7F) {
                append(left, 2);
            } else {
                text.append((char) next);
                at++;
                if (isDelimiter(next)) {
                    left = GraphicSet.ASCII;
                    right = initialRight;
                }
            }
        }
        return text.toString();
    }

    private void designate() {
        GraphicSet set = GraphicSet.designatedAt(bytes, at + 1, end);
        if (set == null) {
            text.append('\uFFFD');
            at++;
            return;
        }
        if (set.isRight()) {
            right = set;
        } else {
            left = set;
        }
        at += 1 + set.escape().length;
    }

    private void decodeRight() {
        GraphicSet set = right;
        if (set == null) {
            text.append((char) (bytes[at] & 0xFF));
            at++;
        } else {
            append(set, set.width());
        }
    }

    private void append(GraphicSet set, int width) {
        int count = Math.min(width, end - at);
        if (count < width) {
            text.append('\uFFFD');
        } else {
            text.append(new String(bytes, at, count, set.charset()));
        }
        at += count;
    }

    private static boolean isDelimiter(int character) {
        return switch (character) {
            case '\\', '^', '=', '\t', '\n', '\f', '\r' -> true;
            default -> false;
        };
    }
}
