package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of all stored values of a data set, frames one after another, so that two files can be compared by a line. */
public final class PixelDigest {
    private PixelDigest() {}

    /** The digest as lower-case hexadecimal digits. */
    public static String of(PixelReader pixels) throws IOException {
        MessageDigest digest = sha256();
        byte[] frame = new byte[Math.toIntExact(pixels.description().format().bytes())];
        for (int i = 0; i < pixels.frames(); i++) {
            pixels.read(i, frame);
            digest.update(frame);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
