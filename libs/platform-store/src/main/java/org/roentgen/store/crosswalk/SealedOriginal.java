package org.roentgen.store.crosswalk;

/**
 * What a pseudonym stands for, encrypted.
 *
 * @param keyId names the key
 * @param base64 12 bytes of nonce, the ciphertext, and 16 bytes of authentication tag
 */
public record SealedOriginal(String keyId, String base64) {}
