package org.roentgen.api.peer;

import java.util.UUID;
import org.roentgen.store.entity.Destination;

/** A peer that results are delivered to. @param queryRetrieve whether it may query the archive and retrieve from it */
public record DestinationView(
        UUID id, String name, String aeTitle, String host, int port, boolean enabled, boolean queryRetrieve) {
    static DestinationView of(Destination destination) {
        return new DestinationView(
                destination.id(),
                destination.name(),
                destination.aeTitle(),
                destination.host(),
                destination.port(),
                destination.enabled(),
                destination.queryRetrieve());
    }
}
