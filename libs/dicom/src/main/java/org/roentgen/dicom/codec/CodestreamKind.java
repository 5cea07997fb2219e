package org.roentgen.dicom.codec;

import java.util.Optional;

/** Tells from the first bytes of a frame how it is coded: some devices and archives name another transfer syntax. */
public final class CodestreamKind {
    /** So many first bytes are enough: the frame header comes before tables and pictures of that size. */
    public static final int BYTES_NEEDED = 4096;

    private static final String JPEG = "1.2.840.10008.1.2.4.51";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.81";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.91";
    private static final String HTJ2K = "1.2.840.10008.1.2.4.203";
    private static final int HIGH_THROUGHPUT = 0x40;

    private CodestreamKind() {}

    /** UID of a transfer syntax whose decoder reads such codestreams; empty where the bytes do not tell. */
    public static Optional<String> of(byte[] start) {
        if (begins(start, 0xd8, 0xff)) {
            return ofJpeg(start);
        }
        if (begins(start, 0x4f, 0xff) && start.length > 6 && start[3] == 0x51) {
            return Optional.of((start[6] & HIGH_THROUGHPUT) == 0 ? JPEG_2000 : HTJ2K);
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] start, int second, int third) {
        return start.length > 3 && start[0] == (byte) 0xff && start[1] == (byte) second && start[2] == (byte) third;
    }

    /** The frame header behind tables and application segments (T.81 B.1.1.3, T.87 C.1.1). */
    private static Optional<String> ofJpeg(byte[] start) {
        int at = 2;
        while (at + 4 <= start.length && start[at] == (byte) 0xff) {
            int marker = start[at + 1] & 0xff;
            if (marker == 0xf7) {
                return Optional.of(JPEG_LS);
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return Optional.of(JPEG);
            }
            at += marker == 0xff ? 1 : 2 + ((start[at + 2] & 0xff) << 8 | start[at + 3] & 0xff);
        }
        return Optional.empty();
    }
}
