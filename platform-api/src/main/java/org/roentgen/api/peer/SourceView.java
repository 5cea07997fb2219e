package org.roentgen.api.peer;

import java.util.UUID;
import org.roentgen.store.entity.Source;

/** A sender that may store. */
public record SourceView(
        UUID id, String aeTitle, String description, Source.Kind kind, boolean enabled, int quietSeconds) {
    static SourceView of(Source source) {
        return new SourceView(
                source.id(),
                source.aeTitle(),
                source.description(),
                source.kind(),
                source.enabled(),
                source.quietSeconds());
    }
}
