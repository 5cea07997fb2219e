package org.roentgen.store.search;

import java.util.List;
import java.util.Set;

/**
 * A search of the archive.
 *
 * @param keys what matches must have, all of it
 * @param returned attributes of the matches; of the level or above it
 * @param fuzzyNames whether names match by the beginnings of their words, in any order
 * @param offset how many matches to pass over
 * @param limit how many matches to return at most
 */
public record ArchiveQuery(
        SearchLevel level,
        List<SearchKey> keys,
        Set<SearchAttribute> returned,
        boolean fuzzyNames,
        int offset,
        int limit) {
    public ArchiveQuery {
        keys = List.copyOf(keys);
        returned = Set.copyOf(returned);
    }

    /** The same with another limit. */
    public ArchiveQuery withLimit(int other) {
        return new ArchiveQuery(level, keys, returned, fuzzyNames, offset, other);
    }
}
