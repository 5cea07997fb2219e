package org.roentgen.api.crosswalk;

/**
 * How far the change of the key is.
 *
 * @param keyId names the key that encrypts now
 * @param encrypted entries that were encrypted again
 * @param remaining entries under older keys; at 0 those may leave the key file
 */
public record RotationReport(String keyId, int encrypted, long remaining) {}
