package org.roentgen.workflow.peer;

import java.util.Optional;
import java.util.UUID;

/**
 * What a peer may do.
 *
 * @param source row of the source that it is; empty for a destination, which may not store
 * @param queryRetrieve whether it may query the archive and retrieve from it
 */
public record Peer(Optional<UUID> source, boolean queryRetrieve) {}
