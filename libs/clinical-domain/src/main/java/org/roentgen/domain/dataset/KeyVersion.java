package org.roentgen.domain.dataset;

/**
 * The key that pseudonyms were made with.
 *
 * @param project whose key it is
 * @param version counts the changes of the project's key, from 1
 */
public record KeyVersion(String project, int version) {}
