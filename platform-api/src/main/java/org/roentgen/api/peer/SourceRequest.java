package org.roentgen.api.peer;

import java.util.Optional;
import org.roentgen.store.entity.Source;

/**
 * A source as an administrator writes it.
 *
 * @param quietSeconds time without a new instance after which a study is complete
 * @param queryRetrieve whether it may query the archive and retrieve from it; a new source may not
 */
public record SourceRequest(
        String aeTitle,
        Optional<String> description,
        Optional<Source.Kind> kind,
        Optional<Boolean> enabled,
        Optional<Integer> quietSeconds,
        Optional<Boolean> queryRetrieve) {
    static final int DEFAULT_QUIET_SECONDS = 10;
}
