package org.roentgen.domain.dataset;

/** Code Sequence Macro (PS3.3 Table 8.8-1): value, scheme and meaning. */
public record CodedConcept(String value, String scheme, String meaning) {}
