package org.roentgen.api.peer;

import java.util.Optional;

/**
 * A destination as an administrator writes it.
 *
 * @param queryRetrieve whether it may also query the archive and retrieve from it; a new destination may not
 */
public record DestinationRequest(
        String name,
        String aeTitle,
        String host,
        int port,
        Optional<Boolean> enabled,
        Optional<Boolean> queryRetrieve) {}
