package org.roentgen.store.profile;

/**
 * One immutable version of a profile.
 *
 * @param definition the JSON as it is exported
 * @param hash SHA-256 of the definition's UTF-8 bytes, in hexadecimal digits
 */
public record StoredProfile(String name, int version, String definition, String hash) {}
