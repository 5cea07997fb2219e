package org.roentgen.domain.pipeline;

/** The kinds of steps that a pipeline is built from, in the only order in which they may stand. */
public enum StepKind {
    /** Refuses series whose geometry no model can trust. */
    QUALITY_GATE,
    /** Writes a de-identified copy of every instance for the workers. */
    DEIDENTIFY,
    /** Asks a worker to run the model's production version. */
    INFER,
    /** Maps the result back to the original instances: Segmentation and Structured Report. */
    RELINK,
    /** Waits for a reader's decision. */
    REVIEW,
    /** Sends the result objects to a destination; may stand more than once. */
    DELIVER
}
