package org.roentgen.workflow.dataset;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of an image's decoded values and its shape, so that the same image is found however it was packed. */
final class ContentHash {
    private ContentHash() {}

    static String of(float[] values, int... shape) {
        MessageDigest digest = start(shape);
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(values.length, 1 << 14) * Float.BYTES);
        for (int start = 0; start < values.length; start += 1 << 14) {
            buffer.clear();
            for (int index = start; index < Math.min(values.length, start + (1 << 14)); index++) {
                buffer.putFloat(values[index]);
            }
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest start(int... shape) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int size : shape) {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(size).flip());
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
