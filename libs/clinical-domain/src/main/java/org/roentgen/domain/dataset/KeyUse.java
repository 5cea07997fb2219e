package org.roentgen.domain.dataset;

/**
 * How many cases of a dataset version have pseudonyms of one key.
 *
 * @param project whose key it is
 * @param version counts the changes of the project's key, from 1
 */
public record KeyUse(String project, int version, int cases) {}
