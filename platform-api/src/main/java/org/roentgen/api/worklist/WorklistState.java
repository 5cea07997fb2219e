package org.roentgen.api.worklist;

/** Where a study stands for its reader. */
public enum WorklistState {
    RECEIVING,
    NO_AI,
    IN_PROGRESS,
    READY_FOR_REVIEW,
    ACCEPTED,
    REJECTED,
    STOPPED,
    FAILED
}
