package org.roentgen.domain.error;

/**
 * Why something failed, for people: names the value, the rule that it broke and the fix. Never holds a patient's name, id
 * or birth date.
 */
public record Cause(ErrorCode code, String message) {}
