package org.roentgen.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.roentgen.domain.object.ObjectId;

/** SHA-256 while streaming. */
final class Digests {
    private static final int BUFFER_BYTES = 128 * 1024;

    private Digests() {}

    /** Copies all of the content and returns the id that names it. */
    static ObjectId copy(InputStream content, WritableByteChannel target) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
            ByteBuffer part = ByteBuffer.wrap(buffer, 0, read);
            while (part.hasRemaining()) {
                target.write(part);
            }
        }
        return new ObjectId(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime must have SHA-256", missing);
        }
    }
}
