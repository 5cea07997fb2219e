package org.roentgen.api;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, long total) {
    /** A list that is given whole. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, items.size());
    }
}
