package org.roentgen.dicom.validate;

/**
 * One thing that is wrong with an instance.
 *
 * @param tagPath where, such as {@code (0040,A730)[2].(0040,A040)}; items count from 0
 * @param rule the rule that is broken
 * @param severity how much it matters
 * @param message what is wrong, without values of the data set
 */
public record Finding(String tagPath, ValidationRule rule, Severity severity, String message) {}
