package org.roentgen.dicom.pixel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Blanks the segments of JPEG, JPEG-LS and JPEG 2000 that hold no image (ISO/IEC 10918-1 annex B, 14495-1 annex C, 15444-1
 * annexes A and I) and what follows the end of the image. Stops where it finds no marker: such a stream stays as it is from there.
 */
final class MarkerHygiene {
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int END_OF_IMAGE = 0xFFD9;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int COMMENT = 0xFFFE;
    private static final int FIRST_APPLICATION = 0xFFE0;
    private static final int LAST_APPLICATION = 0xFFEF;
    private static final int START_OF_CODESTREAM = 0xFF4F;
    private static final int CODESTREAM_COMMENT = 0xFF64;
    private static final int START_OF_TILE_PART = 0xFF90;
    private static final int START_OF_DATA = 0xFF93;
    private static final int BOX_SIGNATURE = 0x6A502020;
    private static final int BOX_CODESTREAM = 0x6A703263;
    private static final int BOX_FILE_TYPE = 0x66747970;
    private static final int BOX_HEADER = 0x6A703268;
    private static final int THUMBNAIL = 12;

    private final byte[] bytes;

    MarkerHygiene(byte[] bytes) {
        this.bytes = bytes;
    }

    void blank() {
        if (bytes.length < 12) {
            return;
        }
        if (unsignedShort(0) == START_OF_IMAGE) {
            blankSegments();
        } else if (unsignedShort(0) == START_OF_CODESTREAM) {
            blankCodestream(0, bytes.length);
        } else if (integer(4) == BOX_SIGNATURE) {
            blankBoxes();
        }
    }

    private void blankSegments() {
        int at = 2;
        while (at + 3 < bytes.length && bytes[at] == (byte) 0xFF) {
            int marker = unsignedShort(at);
            if (marker == END_OF_IMAGE) {
                Arrays.fill(bytes, at + 2, bytes.length, (byte) 0);
                return;
            }
            if (!hasLength(marker)) {
                at += marker == 0xFFFF ? 1 : 2;
                continue;
            }
            int end = Math.min(bytes.length, at + 2 + Math.max(2, unsignedShort(at + 2)));
            if (marker == COMMENT) {
                Arrays.fill(bytes, at + 4, end, (byte) 0);
            } else if (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION) {
                blankApplication(at + 4, end);
            }
            at = marker == START_OF_SCAN ? endOfScan(end) : end;
        }
    }

    private static boolean hasLength(int marker) {
        return marker >= 0xFFC0 && marker < 0xFFFF && (marker < 0xFFD0 || marker > START_OF_IMAGE);
    }

    /** What decoders look at stays: the density of JFIF, the colour transforms of Adobe and of JPEG-LS. */
    private void blankApplication(int start, int end) {
        int kept = 0;
        if (startsWith(start, end, "JFIF\0")) {
            kept = THUMBNAIL;
        } else if (startsWith(start, end, "Adobe")) {
            kept = 12;
        } else if (startsWith(start, end, "mrfx")) {
            kept = 5;
        }
        Arrays.fill(bytes, Math.min(end, start + kept), end, (byte) 0);
    }

    private boolean startsWith(int start, int end, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        return end - start >= wanted.length
                && Arrays.equals(bytes, start, start + wanted.length, wanted, 0, wanted.length);
    }

    /** In the data of a scan FF is followed by less than 80 (JPEG-LS) or by 0; restart markers are part of it. */
    private int endOfScan(int start) {
        int at = start;
        while (at + 1 < bytes.length) {
            int next = bytes[at + 1] & 0xFF;
            if (bytes[at] == (byte) 0xFF && next >= 0x80 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
            at++;
        }
        return bytes.length;
    }

    private void blankCodestream(int start, int end) {
        int at = start + 2;
        int tilePart = -1;
        while (at + 3 < end && bytes[at] == (byte) 0xFF) {
            int marker = unsignedShort(at);
            if (marker == END_OF_IMAGE) {
                break;
            }
            if (marker == START_OF_DATA) {
                int length = tilePart < 0 ? 0 : integer(tilePart + 6);
                if (length <= 0 || length > end - tilePart) {
                    return;
                }
                at = tilePart + length;
                continue;
            }
            tilePart = marker == START_OF_TILE_PART && at + 12 <= end ? at : tilePart;
            int next = Math.min(end, at + 2 + Math.max(2, unsignedShort(at + 2)));
            if (marker == CODESTREAM_COMMENT && at + 6 < next) {
                Arrays.fill(bytes, at + 6, next, (byte) 0);
            }
            at = next;
        }
        if (at + 1 < end && unsignedShort(at) == END_OF_IMAGE) {
            Arrays.fill(bytes, at + 2, end, (byte) 0);
        }
    }

    private void blankBoxes() {
        int at = 0;
        while (at + 8 <= bytes.length) {
            long length = Integer.toUnsignedLong(integer(at));
            int type = integer(at + 4);
            long end = length == 0 ? bytes.length : Math.min(bytes.length, at + Math.max(8, length));
            if (length == 1) {
                return;
            }
            if (type == BOX_CODESTREAM) {
                blankCodestream(at + 8, (int) end);
            } else if (type != BOX_SIGNATURE && type != BOX_FILE_TYPE && type != BOX_HEADER) {
                Arrays.fill(bytes, at + 8, (int) end, (byte) 0);
            }
            at = (int) end;
        }
    }

    private int unsignedShort(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private int integer(int at) {
        return unsignedShort(at) << 16 | unsignedShort(at + 2);
    }
}
