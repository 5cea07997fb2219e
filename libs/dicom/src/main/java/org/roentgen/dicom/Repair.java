package org.roentgen.dicom;

/**
 * A broken rule that the reader tolerated or repaired, as the documentation of the {@link Rule} says.
 *
 * @param rule the rule
 * @param offset the byte offset at which it was found broken
 * @param tagPath the path to the element, or empty
 * @param detail what was found, without any value of the data set
 */
public record Repair(Rule rule, long offset, String tagPath, String detail) {}
