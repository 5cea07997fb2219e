package org.roentgen.api.peer;

import java.util.UUID;
import org.roentgen.store.entity.Source;

/** A sender that may store. @param queryRetrieve whether it may query the archive and retrieve from it */
public record SourceView(
        UUID id,
        String aeTitle,
        String description,
        Source.Kind kind,
        boolean enabled,
        int quietSeconds,
        boolean queryRetrieve) {
    static SourceView of(Source source) {
        return new SourceView(
                source.id(),
                source.aeTitle(),
                source.description(),
                source.kind(),
                source.enabled(),
                source.quietSeconds(),
                source.queryRetrieve());
    }
}
