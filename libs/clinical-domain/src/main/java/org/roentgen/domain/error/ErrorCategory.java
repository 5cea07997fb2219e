package org.roentgen.domain.error;

/** Decides what happens next with a failure; see the error policy of the workflow routes. */
public enum ErrorCategory {
    /** The input breaks a rule: quarantine, no retry. */
    INVALID_INPUT,
    /** A peer outside the platform failed: bounded retry, then dead letter. */
    EXTERNAL,
    /** Disk, memory or time ran out: bounded retry, then dead letter. */
    RESOURCES,
    /** A defect of the platform: dead letter and alert. */
    INTERNAL
}
