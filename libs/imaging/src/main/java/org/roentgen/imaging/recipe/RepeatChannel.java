package org.roentgen.imaging.recipe;

/** Repeats a single channel, for networks that expect colour. */
public record RepeatChannel(int count) implements RecipeStep {
    public RepeatChannel {
        if (count < 1 || count > 16) {
            throw new IllegalArgumentException("repeat-channel count is %d, it must be 1 to 16".formatted(count));
        }
    }
}
