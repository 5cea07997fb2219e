package org.roentgen.domain.job;

/** Names of the broker's addresses. */
public final class Destinations {
    public static final String TRAINING_JOBS = "roentgen.jobs.training";

    /** Short jobs about models, for training workers. */
    public static final String MODEL_JOBS = "roentgen.jobs.models";

    public static final String INFERENCE_JOBS = "roentgen.jobs.inference";

    /** Topic of {@link org.roentgen.domain.event.JobEvent}s. */
    public static final String EVENTS = "roentgen.events";

    /** Topic of {@link CancelJob}s. */
    public static final String CONTROL = "roentgen.control";

    /** Where the broker sets messages aside that it delivered too often. */
    public static final String DEAD_LETTERS = "roentgen.dead-letter";

    private Destinations() {}
}
