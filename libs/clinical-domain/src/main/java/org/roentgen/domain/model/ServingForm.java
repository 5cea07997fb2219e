package org.roentgen.domain.model;

/**
 * How a model package is exported for other systems.
 *
 * @param tail what the graph gives
 * @param normalisation whether the last steps of the recipe, as far as they only change values, are done in the graph
 */
public record ServingForm(Tail tail, boolean normalisation) {
    /** What the graph ends with. */
    public enum Tail {
        /** Probabilities of classes or findings. */
        PROBABILITIES,
        /** The probabilities, and labels as a second output. */
        LABELS
    }
}
